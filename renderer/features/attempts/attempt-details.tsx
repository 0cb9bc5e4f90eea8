import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AttemptView } from '../../../shared/api/contract.ts';
import { wordCountSentence } from '../../../shared/api/decision-sentences.ts';
import { dueDateSentence } from '../../../shared/api/due-date-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { AddFiles } from './add-files.tsx';
import { AttemptDatesForm } from './attempt-dates-form.tsx';
import styles from './attempt-details.module.css';
import { ReturnActions } from './return-actions.tsx';
import { ScriptFacts } from './script-facts.tsx';

type Props = {
  readonly attempt: AttemptId;
  readonly onMark: () => void;
  readonly onChanged: () => void;
};

/** What is recorded of an attempt, with what can still be done to it. */
export function AttemptDetails({ attempt, onMark, onChanged }: Props) {
  const { value: view, error, reload } = useAnswer('attempts.get', { attempt });
  const [editing, setEditing] = useState<'dates' | 'files' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const edited = useRef(false);
  // A form that closes gives the keyboard back to the attempt that it belonged to.
  useEffect(() => {
    if (edited.current && editing === null) place.current?.focus();
    edited.current = editing !== null;
  }, [editing]);
  if (error) return <Notice tone="error">{sentenceFor(error)}</Notice>;
  if (!view) return <Waiting label="Reading the attempt" />;
  const changed = () => {
    setEditing(null);
    reload();
    onChanged();
  };
  const open = view.state === 'to-mark' || view.state === 'in-progress';
  return (
    <div ref={place} className={styles.details} tabIndex={-1}>
      <AttemptFacts view={view} />
      <ScriptFacts scripts={view.attempt.scripts} />
      {editing === 'dates' && <AttemptDatesForm view={view} onSaved={changed} onCancel={() => setEditing(null)} />}
      {editing === 'files' && <AddFiles attempt={attempt} onAdded={changed} onCancel={() => setEditing(null)} />}
      {editing === null && (
        <div className={styles.actions}>
          {view.state !== 'returned' && (
            <Button onClick={onMark}>{view.state === 'signed' ? 'Open the sheet' : 'Mark it'}</Button>
          )}
          {open && (
            <>
              <Button variant="default" onClick={() => setEditing('dates')}>
                Change dates
              </Button>
              <Button variant="default" onClick={() => setEditing('files')}>
                Add files
              </Button>
            </>
          )}
          <ReturnActions view={view} onChanged={changed} />
        </div>
      )}
    </div>
  );
}

function AttemptFacts({ view }: { readonly view: AttemptView }) {
  const { attempt } = view;
  return (
    <Facts>
      <Fact label="Declaration">
        {attempt.declarationDate ? showDate(attempt.declarationDate) : 'Not recorded; signing needs it'}
      </Fact>
      <Fact label="Standardisation">{attempt.standardisationRefused ? 'Refused by the learner' : 'Not refused'}</Fact>
      <Fact label="Length">{wordCountSentence(view.wordCount)}</Fact>
      {view.due && !attempt.returned && (
        <Fact label="Result due">
          {showDate(view.due.date)}: {dueDateSentence(view.due)}
        </Fact>
      )}
      {attempt.returned && (
        <Fact label="Returned">
          {showDate(attempt.returned.date)}: <bdi dir="auto">{attempt.returned.reason}</bdi>
        </Fact>
      )}
    </Facts>
  );
}
