import { useEffect, useState } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import type { AttemptState } from '../../../shared/model/submission.ts';
import { call } from '../../api/call.ts';

export type StateCounts = { readonly [State in AttemptState]?: number | undefined };

const STATES: readonly AttemptState[] = ['to-mark', 'in-progress', 'signed', 'returned'];

/** How many attempts stand in each state, asked again whenever the queue has been read. */
export function useStateCounts(rows: readonly AttemptRow[], reading: boolean): StateCounts {
  const [counts, setCounts] = useState<StateCounts>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are the sign that something changed
  useEffect(() => {
    if (reading) return;
    let stale = false;
    void Promise.all(STATES.map((state) => call('attempts.list', { state, limit: 1 }))).then((replies) => {
      if (stale) return;
      const known = STATES.map((state, index) => {
        const reply = replies[index];
        return [state, reply?.ok ? reply.value.total : undefined] as const;
      });
      setCounts(Object.fromEntries(known));
    });
    return () => {
      stale = true;
    };
  }, [rows, reading]);
  return counts;
}
