import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AttemptView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { call } from '../../api/call.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './attempt-details.module.css';

type Props = { readonly view: AttemptView; readonly onSaved: () => void; readonly onCancel: () => void };

/** Corrects what was recorded at intake. */
export function AttemptDatesForm({ view, onSaved, onCancel }: Props) {
  const { attempt } = view;
  const [received, setReceived] = useState<CivilDate | null>(attempt.dateReceived);
  const [declared, setDeclared] = useState(attempt.declarationDate !== null);
  const [declarationDate, setDeclarationDate] = useState<CivilDate | null>(
    attempt.declarationDate ?? attempt.dateReceived,
  );
  const [refused, setRefused] = useState(attempt.standardisationRefused);
  const [sentence, setSentence] = useState<string | null>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!received || (declared && !declarationDate)) return;
    const reply = await call('attempts.edit', {
      attempt: attempt.id,
      dateReceived: received,
      declarationDate: declared ? declarationDate : null,
      standardisationRefused: refused,
    });
    if (reply.ok) onSaved();
    else setSentence(sentenceFor(reply.error));
  }

  return (
    <form className={styles.details} onSubmit={(event) => void save(event)} noValidate aria-label="Change dates">
      <DateField label="Date received" value={received} onChange={setReceived} />
      <Checkbox
        label="The learner has declared the work as their own"
        checked={declared}
        onChange={(event) => setDeclared(event.currentTarget.checked)}
      />
      {declared && <DateField label="Date of the declaration" value={declarationDate} onChange={setDeclarationDate} />}
      <Checkbox
        label="The learner refuses the use of this script for standardisation"
        checked={refused}
        onChange={(event) => setRefused(event.currentTarget.checked)}
      />
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <div className={styles.actions}>
        <Button type="submit">Save the changes</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
