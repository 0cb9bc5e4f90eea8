import { useEffect, useMemo } from 'react';
import { usePacks } from '../../store/packs.ts';
import { type PlaceOption, placeOptions } from './place-options.ts';

/** The places of every pack at its newest version. */
export function usePlaceOptions(): ReadonlyMap<string, PlaceOption> {
  const { summaries, packs, load, open } = usePacks();
  useEffect(() => void load(), [load]);
  const newest = useMemo(
    () => [...Map.groupBy(summaries ?? [], (one) => one.code).values()].flatMap((versions) => versions.slice(0, 1)),
    [summaries],
  );
  useEffect(() => {
    for (const { digest } of newest) void open(digest);
  }, [newest, open]);
  return useMemo(() => placeOptions(newest.flatMap(({ digest }) => packs[digest] ?? [])), [newest, packs]);
}
