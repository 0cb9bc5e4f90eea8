import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { foldQuery } from './find-text.ts';
import { useViewer, useViewerState } from './viewer-state.ts';

/** Milliseconds that typing must rest before the file is searched. */
const REST = 120;

/** Searches what the find field holds whenever it changes, and shows the match nearest to what is being read. */
export function useFind(): void {
  const viewer = useViewer();
  const open = useViewerState((state) => state.find.open);
  const [query] = useDebouncedValue(
    useViewerState((state) => state.find.query),
    REST,
  );
  const ready = useViewerState((state) => state.surface !== null);

  useEffect(() => {
    const { surface } = viewer.getState();
    if (!surface || !ready) return;
    const leaving = new AbortController();
    const sought = open ? foldQuery(query) : '';
    const search = async () => {
      const { count, nearest } = await surface.search(sought, leaving.signal);
      if (leaving.signal.aborted) return;
      const current = count === 0 ? -1 : nearest;
      viewer.setState((now) => ({ find: { ...now.find, count: sought === '' ? null : count, current } }));
      if (current >= 0) viewer.getState().surface?.showMatch(current);
    };
    search().catch((cause: unknown) => {
      if (!leaving.signal.aborted) console.error(cause);
    });
    return () => leaving.abort();
  }, [viewer, ready, open, query]);
}
