import { useEffect } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import { useQueue } from '../../store/queue.ts';

export type Neighbours = {
  readonly previous: AttemptRow | null;
  readonly next: AttemptRow | null;
  /** The nearest after this one that is still to be marked, from the start again where there is none. */
  readonly unfinished: AttemptRow | null;
};

/** The attempts beside this one in the queue as the person left it, filter and all. */
export function useNeighbours(attempt: AttemptId): Neighbours {
  const rows = useQueue((state) => state.rows);
  const reload = useQueue((state) => state.reload);
  useEffect(() => void reload(), [reload]);
  const index = rows.findIndex((row) => row.attempt === attempt);
  const around = [...rows.slice(index + 1), ...rows.slice(0, Math.max(0, index))];
  return {
    previous: rows[index - 1] ?? null,
    next: rows[index + 1] ?? null,
    unfinished: around.find((row) => row.state === 'to-mark' || row.state === 'in-progress') ?? null,
  };
}
