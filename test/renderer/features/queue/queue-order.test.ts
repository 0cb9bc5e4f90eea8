import { expect, it } from 'vitest';
import { queueColumns } from '../../../../renderer/features/queue/queue-columns.tsx';
import { nextAttempt } from '../../../../renderer/features/queue/use-next-attempt.ts';
import { compareCells } from '../../../../renderer/ui/compare-cells.ts';
import type { AttemptRow } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { AttemptId, LearnerId } from '../../../../shared/model/ids.ts';
import { present } from '../../../support/result.ts';

const date = (text: string) => text as CivilDate;

function row(name: string, state: AttemptRow['state'], received: string, due: string | null): AttemptRow {
  return {
    attempt: name as AttemptId,
    learner: name as LearnerId,
    learnerName: name,
    registrationNumber: '',
    cohort: '',
    assessment: 'one',
    assessmentTitle: 'One',
    units: [],
    number: 1,
    dateReceived: date(received),
    due: due === null ? null : date(due),
    declared: true,
    state,
    sheet: null,
    outcome: null,
    total: null,
    sectionsMarked: 0,
    sections: 4,
    stale: false,
  };
}

/** As the main side lists them, oldest received first. */
const ROWS = [
  row('signed', 'signed', '2026-09-01', null),
  row('oldest, no due date', 'to-mark', '2026-09-02', null),
  row('due late', 'to-mark', '2026-09-03', '2026-12-20'),
  row('returned', 'returned', '2026-09-04', null),
  row('overdue', 'to-mark', '2026-09-05', '2026-10-01'),
  row('due with it', 'to-mark', '2026-09-06', '2026-10-01'),
  row('begun', 'in-progress', '2026-09-07', '2027-01-05'),
];
const names = (rows: readonly AttemptRow[]) => rows.map((one) => one.learnerName);

it('has what is begun first, then what is due first, then what has no due date, and what is done last', () => {
  const { sort } = present(queueColumns(date('2026-11-22'), true).find((column) => column.id === 'state'));
  expect(names(ROWS.toSorted((a, b) => compareCells(sort?.(a), sort?.(b))))).toEqual([
    'begun',
    'overdue',
    'due with it',
    'due late',
    'oldest, no due date',
    'returned',
    'signed',
  ]);
});

it('has the next to mark in the same order', () => {
  const left = [...ROWS];
  const marked: AttemptRow[] = [];
  for (let next = nextAttempt(left); next; next = nextAttempt(left)) {
    marked.push(next);
    left.splice(left.indexOf(next), 1);
  }
  expect(names(marked)).toEqual(['begun', 'overdue', 'due with it', 'due late', 'oldest, no due date']);
});

it('shows when a result is due only where something has a due date', () => {
  const ids = (today: CivilDate | null, wide: boolean) => queueColumns(today, wide).map((column) => column.id);
  const plain = ids(null, false);
  expect(plain).not.toContain('due');
  expect(ids(null, true)).toEqual(plain);
  expect(ids(date('2026-11-22'), true)).toEqual(plain.flatMap((id) => (id === 'received' ? [id, 'due'] : [id])));
  expect(ids(date('2026-11-22'), false)).toEqual(plain.map((id) => (id === 'received' ? 'due' : id)));
});
