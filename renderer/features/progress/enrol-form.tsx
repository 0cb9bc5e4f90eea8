import { Button, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { EnrolmentView, PackSummary } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import { call } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './enrol-form.module.css';
import { choiceOf, optionsOf, optionValue } from './qualification-options.ts';

type Props = {
  readonly learner: LearnerId;
  readonly packs: readonly PackSummary[];
  readonly enrolments: readonly EnrolmentView[];
  readonly onEnrolled: () => void;
};

/** Enrols the learner for a further qualification; the units are chosen afterwards. */
export function EnrolForm({ learner, packs, enrolments, onEnrolled }: Props) {
  const [value, setValue] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const codeOf = (digest: string) => packs.find((one) => one.digest === digest)?.code;
  const taken = new Set(enrolments.map((one) => `${codeOf(one.pack)} ${one.qualification.code}`));
  const open = newestOnly(packs).map((pack) => ({
    ...pack,
    qualifications: pack.qualifications.filter((one) => !taken.has(`${pack.code} ${one.code}`)),
  }));

  async function enrol(event: FormEvent): Promise<void> {
    event.preventDefault();
    const chosen = choiceOf(packs, value);
    if (!chosen) {
      setSentence('Choose the qualification first.');
      return;
    }
    setBusy(true);
    const reply = await call('enrolments.put', { learner, ...chosen, units: [] });
    setBusy(false);
    if (!reply.ok) {
      setSentence(sentenceFor(reply.error));
      return;
    }
    setValue(null);
    setSentence(null);
    onEnrolled();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void enrol(event)} noValidate aria-label="Enrol the learner">
      <Select
        className={styles.field}
        label="Qualification to enrol for"
        placeholder="Choose"
        allowDeselect={false}
        data={optionsOf(open)}
        value={open.some((pack) => pack.qualifications.some((one) => optionValue(pack, one) === value)) ? value : null}
        onChange={(to) => {
          setValue(to);
          setSentence(null);
        }}
      />
      <Button type="submit" variant="default" loading={busy}>
        Enrol
      </Button>
      {sentence && (
        <div className={styles.sentence}>
          <Notice tone="error">{sentence}</Notice>
        </div>
      )}
    </form>
  );
}
