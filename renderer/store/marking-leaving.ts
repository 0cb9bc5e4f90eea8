import { useEffect } from 'react';
import { flushAll } from '../api/flush.ts';
import { useMarking } from './marking.ts';
import { losesNothing } from './marking-trouble.ts';

/**
 * Saves whenever the person looks away: another window, a closing page, a sleeping machine. A page that holds words
 * which could not be saved asks before it goes.
 */
export function useSavingOnLeaving(): void {
  useEffect(() => {
    const save = () => void flushAll();
    const ask = (event: BeforeUnloadEvent) => {
      save();
      if (holdsFailures()) event.preventDefault();
    };
    window.addEventListener('blur', save);
    window.addEventListener('focus', save);
    window.addEventListener('pagehide', save);
    window.addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('blur', save);
      window.removeEventListener('focus', save);
      window.removeEventListener('pagehide', save);
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', save);
    };
  }, []);
}

function holdsFailures(): boolean {
  const { sheets } = useMarking.getState();
  const drafts = [...sheets.values()].flatMap((sheet) => [...sheet.drafts.values()]);
  return drafts.some(({ error }) => error !== null && !losesNothing(error));
}
