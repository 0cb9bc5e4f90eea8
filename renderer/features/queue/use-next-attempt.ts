import { useMemo } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';

/** The attempt to mark next: one that was begun, else the one due first, else the one that has waited longest; null where nothing waits. */
export function useNextAttempt(rows: readonly AttemptRow[]): AttemptRow | null {
  return useMemo(() => nextAttempt(rows), [rows]);
}

export function nextAttempt(rows: readonly AttemptRow[]): AttemptRow | null {
  const waiting = rows.filter((row) => row.state === 'in-progress' || row.state === 'to-mark');
  return waiting.reduce<AttemptRow | null>((best, row) => (best && !isBefore(row, best) ? best : row), null);
}

function isBefore(a: AttemptRow, b: AttemptRow): boolean {
  if (a.state !== b.state) return a.state === 'in-progress';
  if (a.due !== b.due) return a.due !== null && (b.due === null || a.due < b.due);
  return a.dateReceived < b.dateReceived;
}
