import { useEffect } from 'react';
import type { Pack } from '../../../shared/model/pack.ts';
import { usePacks } from '../../store/packs.ts';
import { useSheet } from './sheet-context.ts';

/** The pack that the attempt is marked by; undefined until it is there. */
export function useSheetPack(): Pack | undefined {
  const digest = useSheet((open) => open.view.attempt.pack);
  return usePacks((state) => state.packs[digest]);
}

/** Asks for that pack, once for all the parts of a section that read it. */
export function useOpenSheetPack(): void {
  const digest = useSheet((open) => open.view.attempt.pack);
  const open = usePacks((state) => state.open);
  useEffect(() => void open(digest), [open, digest]);
}
