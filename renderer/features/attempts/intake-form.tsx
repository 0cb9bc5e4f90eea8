import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { AttemptView, PackSummary } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';
import type { IncomingFile } from '../../api/transfer.ts';
import { usePendingFiles } from '../../store/pending-files.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { focusFirstFault } from '../../ui/first-fault.ts';
import { Notice } from '../../ui/notice.tsx';
import { FileList } from './file-list.tsx';
import { type IntakeEntries, IntakeFields } from './intake-fields.tsx';
import styles from './intake-form.module.css';
import { claimOf } from './name-claim.ts';
import { OfferedButton } from './offered-button.tsx';
import { SCRIPT_TYPES } from './script-types.ts';
import { useIntake } from './use-intake.ts';

type Props = {
  readonly learner: Learner;
  readonly packs: readonly PackSummary[];
  readonly today: CivilDate;
  readonly onTakenIn: (view: AttemptView) => void;
};

/** Takes a script in for a learner: files by dialog or drop, the assessment, the dates and the declaration. */
export function IntakeForm({ learner, packs, today, onTakenIn }: Props) {
  const intake = useIntake();
  const pending = usePendingFiles((state) => state.pending?.learner === learner.id);
  const takePending = usePendingFiles((state) => state.take);
  const [entries, setEntries] = useState<IntakeEntries>(() => emptyEntries(packs, today));
  const [tried, setTried] = useState(false);
  const [warning, setWarning] = useState<string | null>(null);
  const chosen = intake.files.length > 0;
  useEffect(() => setEntries((before) => (before.pack ? before : emptyEntries(packs, today))), [packs, today]);

  function addFiles(files: readonly IncomingFile[]): void {
    if (files.length === 0) return;
    intake.add(files);
    const claim = claimOf(files, packs, learner);
    setWarning(claim.warning);
    if (claim.assessment) setEntries((before) => ({ ...before, ...claim.assessment }));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever files wait that were meant for this learner
  useEffect(() => {
    if (pending) addFiles(takePending(learner.id));
  }, [pending, learner.id]);

  async function takeIn(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    const { pack, assessment, received, declared, declarationDate } = entries;
    if (!pack || !assessment || !received || (declared && !declarationDate)) {
      focusFirstFault(event.currentTarget);
      return;
    }
    const view = await intake.takeIn({
      learner: learner.id,
      pack,
      assessment,
      dateReceived: received,
      declarationDate: declared ? declarationDate : null,
      standardisationRefused: entries.refused,
    });
    if (!view) return;
    setWarning(null);
    setTried(false);
    setEntries((before) => ({ ...emptyEntries(packs, today), pack: before.pack, qualification: before.qualification }));
    onTakenIn(view);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void takeIn(event)} noValidate aria-label="Take in a script">
      <FileDrop
        label={chosen ? 'Drop more files of the same submission here' : 'Drop the script here'}
        inputLabel="Script files"
        choose="Choose files"
        accept={SCRIPT_TYPES}
        disabled={intake.busy}
        wholeWindow={`Drop the script of ${learner.name} here`}
        onFiles={addFiles}
      />
      {!chosen && <OfferedButton onFiles={addFiles} />}
      {chosen && (
        <>
          <FileList files={intake.files} busy={intake.busy} onRemove={intake.remove} />
          {warning && <Notice tone="warning">{warning}</Notice>}
          <IntakeFields
            packs={packs}
            entries={entries}
            tried={tried}
            disabled={intake.busy}
            onChange={(change) => setEntries((before) => ({ ...before, ...change }))}
          />
          {intake.error && <Notice tone="error">{sentenceFor(intake.error)}</Notice>}
          <div className={styles.actions}>
            <Button variant="default" onClick={intake.busy ? intake.cancel : intake.clear}>
              {intake.busy ? 'Stop' : 'Cancel'}
            </Button>
            <Button type="submit" loading={intake.busy}>
              Take in the script
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function emptyEntries(packs: readonly PackSummary[], today: CivilDate): IntakeEntries {
  const [only, second] = newestOnly(packs);
  const qualification = only?.qualifications.length === 1 && !second ? (only.qualifications[0]?.code ?? null) : null;
  return {
    pack: only && qualification ? only.digest : null,
    qualification,
    assessment: null,
    received: today,
    declared: false,
    declarationDate: today,
    refused: false,
  };
}
