import { Button } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { LearnerRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { isSameNumber } from '../../../shared/model/registration-number.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { LEARNER_COLUMNS } from '../../features/learners/learner-columns.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FindBox } from '../../ui/find-box.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './offered-files.module.css';

type Props = {
  /** The registration number that the files are named for. */
  readonly number: string | null;
  readonly disabled: boolean;
  readonly onChoose: (learner: LearnerId) => void;
  readonly onAdd: () => void;
};

const MOST = 200;
const SORT = { id: 'name', descending: false };
const COLUMNS = LEARNER_COLUMNS.filter(({ id }) => id === 'name' || id === 'registration' || id === 'cohort');
const keyOf = (row: LearnerRow) => row.id;

/** Whose the files are: the learner that they are named for, one found by name or number, or a new one. */
export function LearnerChoice({ number, disabled, onChoose, onAdd }: Props) {
  const [search, setSearch] = useState('');
  const named = useAnswer('learners.list', number ? { search: number, limit: 20 } : null);
  const found = useAnswer('learners.list', { ...(search ? { search } : {}), limit: MOST });
  const learner = named.value?.rows.find((row) => number !== null && isSameNumber(row.registrationNumber, number));
  const rows = found.value?.rows ?? [];
  const total = found.value?.total ?? 0;
  return (
    <>
      {learner && (
        <Notice
          tone="info"
          actions={
            <Button autoFocus data-autofocus disabled={disabled} onClick={() => onChoose(learner.id)}>
              Take in for this learner
            </Button>
          }
        >
          Named for <bdi dir="auto">{learner.name}</bdi>, registration number {learner.registrationNumber}
        </Notice>
      )}
      {number && named.value && !learner && (
        <Notice tone="warning">
          No learner has the registration number {number} that the file is named for. Add the learner, or choose
          another.
        </Notice>
      )}
      <div className={styles.find}>
        <FindBox
          label="Find a learner"
          placeholder="Name, number, cohort"
          value={search}
          onFind={setSearch}
          takesKeyboard
        />
        <Button variant="default" onClick={onAdd}>
          Add a learner
        </Button>
      </div>
      <div className={styles.learners}>
        {found.error && <Notice tone="error">{sentenceFor(found.error)}</Notice>}
        {!found.value && !found.error && <Waiting label="Reading the learners" />}
        {found.value && (
          <DataTable
            label="Learners"
            columns={COLUMNS}
            rows={rows}
            rowKey={keyOf}
            initialSort={SORT}
            onOpen={(row) => !disabled && onChoose(row.id)}
            empty={<p className={styles.none}>{search ? 'No learner matches.' : 'No learner yet.'}</p>}
          />
        )}
      </div>
      <p className={styles.hint} role="status">
        {disabled
          ? 'Choose at least one file.'
          : rows.length < total
            ? `${count(rows.length, 'learner', 'learners')} of ${count(total, 'learner', 'learners')} shown. Type to find others.`
            : 'Enter on a learner, or a click, takes the files there. Nothing is taken in before you have seen the form.'}
      </p>
    </>
  );
}
