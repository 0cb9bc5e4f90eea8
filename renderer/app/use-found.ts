import { useEffect, useState } from 'react';
import type { AttemptRow, LearnerRow } from '../../shared/api/contract.ts';
import { call } from '../api/call.ts';

type Found = { readonly attempts: readonly AttemptRow[]; readonly learners: readonly LearnerRow[] };

const NOTHING: Found = { attempts: [], learners: [] };
const MOST = 6;

/** Attempts and learners for a palette query, once the typing pauses. */
export function useFound(query: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    const search = query.trim();
    if (search.length < 2) {
      setFound(NOTHING);
      return;
    }
    let stale = false;
    const timer = setTimeout(async () => {
      const [attempts, learners] = await Promise.all([
        call('attempts.list', { search, limit: MOST }),
        call('learners.list', { search, limit: MOST }),
      ]);
      if (stale) return;
      setFound({
        attempts: attempts.ok ? attempts.value.rows : [],
        learners: learners.ok ? learners.value.rows : [],
      });
    }, 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query]);
  return found;
}
