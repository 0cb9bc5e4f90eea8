import { useEffect } from 'react';
import type { Digest } from '../../../shared/model/ids.ts';
import { usePacks } from '../../store/packs.ts';

/** The qualification's title as its pack has it; "" until the packs are read. */
export function useQualificationTitle(pack: Digest, qualification: string): string {
  const summaries = usePacks((state) => state.summaries);
  const load = usePacks((state) => state.load);
  useEffect(() => {
    if (!usePacks.getState().summaries) void load();
  }, [load]);
  const found = summaries?.find((one) => one.digest === pack);
  return found?.qualifications.find((one) => one.code === qualification)?.title ?? '';
}
