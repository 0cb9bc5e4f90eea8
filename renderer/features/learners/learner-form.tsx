import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import { call } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './learner-form.module.css';

type Props = {
  /** Null adds a learner. */
  readonly learner: Learner | null;
  /** What is known of a learner to be added, such as the number that a file is named for. */
  readonly registrationNumber?: string;
  readonly onSaved: (learner: Learner) => void;
  readonly onCancel: () => void;
};

/** Registers a learner by hand, or corrects one. */
export function LearnerForm({ learner, registrationNumber: known = '', onSaved, onCancel }: Props) {
  const [name, setName] = useState(learner?.name ?? '');
  const [registrationNumber, setNumber] = useState(learner?.registrationNumber ?? known);
  const [cohort, setCohort] = useState(learner?.cohort ?? '');
  const [tried, setTried] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    const empty = name.trim() === '' ? 'name' : registrationNumber.trim() === '' ? 'registrationNumber' : null;
    if (empty) {
      const field = event.currentTarget.elements.namedItem(empty);
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    setBusy(true);
    const fields = { name, registrationNumber, cohort };
    const reply = await (learner
      ? call('learners.edit', { learner: learner.id, ...fields })
      : call('learners.add', fields));
    setBusy(false);
    if (reply.ok) onSaved(reply.value);
    else setSentence(sentenceFor(reply.error));
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => void save(event)}
      noValidate
      aria-label={learner ? 'Edit the learner' : 'Add a learner'}
    >
      <TextInput
        label="Learner name"
        name="name"
        autoFocus
        maxLength={200}
        dir="auto"
        value={name}
        error={tried && name.trim() === '' ? 'Enter the learner’s name' : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Registration number"
        name="registrationNumber"
        maxLength={40}
        value={registrationNumber}
        error={tried && registrationNumber.trim() === '' ? 'Enter the registration number' : null}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setSentence(null);
        }}
      />
      <TextInput
        label="Cohort"
        description="The centre’s own grouping; it may stay empty"
        maxLength={80}
        dir="auto"
        value={cohort}
        onChange={(event) => setCohort(event.currentTarget.value)}
      />
      {sentence && <Notice tone="error">{sentence}</Notice>}
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          {learner ? 'Save the changes' : 'Add the learner'}
        </Button>
      </div>
    </form>
  );
}
