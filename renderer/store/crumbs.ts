import { useEffect } from 'react';
import { create } from 'zustand';
import type { Route } from './route.ts';

/** One step of the line in the title bar; without a route it is where the person stands. */
export type Crumb = { readonly label: string; readonly to?: Route };

type Crumbs = { readonly crumbs: readonly Crumb[]; readonly show: (crumbs: readonly Crumb[]) => void };

export const useCrumbStore = create<Crumbs>((set) => ({ crumbs: [], show: (crumbs) => set({ crumbs }) }));

/**
 * Says where the person is in the title bar, most general first; null where a part of the screen says it. Keep the list
 * stable (module scope or useMemo).
 */
export function useCrumbs(crumbs: readonly Crumb[] | null): void {
  const show = useCrumbStore((state) => state.show);
  useEffect(() => {
    if (crumbs) show(crumbs);
  }, [show, crumbs]);
}
