import { useEffect } from 'react';
import { create } from 'zustand';
import type { Route } from './route.ts';

/** One step of the line in the title bar; without a route it is where the person stands. */
export type Crumb = { readonly label: string; readonly to?: Route };

type Crumbs = { readonly crumbs: readonly Crumb[]; readonly show: (crumbs: readonly Crumb[]) => void };

export const useCrumbStore = create<Crumbs>((set) => ({ crumbs: [], show: (crumbs) => set({ crumbs }) }));

/** Says where the person is in the title bar, most general first. Keep the list stable (module scope or useMemo). */
export function useCrumbs(crumbs: readonly Crumb[]): void {
  const show = useCrumbStore((state) => state.show);
  useEffect(() => show(crumbs), [show, crumbs]);
}
