import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Anchor } from '../../../shared/model/highlight.ts';
import type { FileTrouble } from './file-trouble.ts';
import type { ScriptSelection, ViewBox } from './overlay.ts';
import { FIT_WIDTH, type Zoom } from './zoom.ts';

/** What draws a file: one at a time under a bar that knows none of them. */
export type Surface = {
  /** Scrolls to the top of a page, from 1. */
  readonly goToPage: (page: number) => void;
  /** Looks for a text in the whole file and marks what it finds. Gives the number of matches and the first to show. */
  readonly search: (
    query: string,
    signal: AbortSignal,
  ) => Promise<{ readonly count: number; readonly nearest: number }>;
  readonly showMatch: (index: number) => void;
  /** Where the person is reading, as "seen at" stores it ("p 4"); null where the file has no places. */
  readonly place: () => string | null;
  /** Scrolls by screenfuls; 0.9 leaves a line to hold on to. */
  readonly scrollBy: (screens: number) => void;
  readonly focus: () => void;
  /** Scrolls to an anchor, where it is not in sight already. */
  readonly show: (anchor: Anchor) => void;
  /** Where an anchor lies on the stage as it is scrolled now; null where that cannot be told. */
  readonly boxOf: (anchor: Anchor) => ViewBox | null;
  /** Selects the match on show, as a person would with the mouse; false where there is none. */
  readonly selectMatch: () => boolean;
  /** Selects nothing. */
  readonly letGo: () => void;
  /** Whether a part of a page can be marked that has no words to select. */
  readonly hasRegions: boolean;
};

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly trouble: FileTrouble };

export type Find = {
  readonly open: boolean;
  readonly query: string;
  /** How often the field was asked for: each time it takes the keyboard. */
  readonly asked: number;
  /** Null until a search has answered. */
  readonly count: number | null;
  /** The match shown, from 0; -1 where there is none. */
  readonly current: number;
};

export type ViewerState = {
  readonly phase: Phase;
  readonly surface: Surface | null;
  /** Null where the file has no pages that can be counted. */
  readonly pages: number | null;
  readonly page: number;
  readonly zoom: Zoom;
  /** The scale that `zoom` comes to in this pane. */
  readonly scale: number;
  readonly find: Find;
  readonly selection: ScriptSelection | null;
  /** The page on which a region is being drawn; null where none is. */
  readonly regionOn: number | null;
  /** Goes up whenever what is on the stage may have moved. */
  readonly moved: number;
  /** Goes up whenever a document without measured pages was laid out anew. */
  readonly laid: number;
};

export const NOTHING_SOUGHT: Find = { open: false, query: '', asked: 0, count: null, current: -1 };

/** One file on show. */
export type Viewer = StoreApi<ViewerState>;

export function createViewer(zoom: Zoom = FIT_WIDTH): Viewer {
  return createStore<ViewerState>(() => ({
    phase: { kind: 'loading' },
    surface: null,
    pages: null,
    page: 1,
    zoom,
    scale: 1,
    find: NOTHING_SOUGHT,
    selection: null,
    regionOn: null,
    moved: 0,
    laid: 0,
  }));
}

export const ViewerContext = createContext<Viewer | null>(null);

/** The viewer that a part of the bar or a surface belongs to. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('A part of the viewer stands outside one');
  return viewer;
}

export function useViewerState<T>(select: (state: ViewerState) => T): T {
  return useStore(useViewer(), select);
}
