import { create } from 'zustand';
import type { HighlightId } from '../../../shared/model/ids.ts';

/** Milliseconds for which a highlight that was gone to stands out. Nothing moves. */
const LASTS = 1800;

/** The highlight that stands out now. */
export const useFlash = create<{ readonly highlight: HighlightId | null }>(() => ({ highlight: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function flash(highlight: HighlightId): void {
  clearTimeout(timer);
  useFlash.setState({ highlight });
  timer = setTimeout(() => useFlash.setState({ highlight: null }), LASTS);
}
