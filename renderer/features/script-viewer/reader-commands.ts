import type { Command } from '../../store/commands.ts';
import type { Viewer, ViewerState } from './viewer-state.ts';
import { FIT_WIDTH, stepZoom } from './zoom.ts';

/** Shares of a screenful that one press scrolls: a line or two stay to hold on to. */
const SCREEN = 0.85;

/**
 * What can be done with the file on show. `current` gives the viewer, or null while there is none; `marked`: its owner
 * takes what is selected in it.
 */
export function readerCommands(
  current: () => Viewer | null,
  {
    reach = () => undefined,
    marked = false,
  }: { readonly reach?: (() => void) | undefined; readonly marked?: boolean } = {},
) {
  const state = (): ViewerState | null => current()?.getState() ?? null;
  const ready = () => state()?.surface != null;
  const paged = () => ready() && state()?.pages != null;
  const turn = (by: number) => {
    const now = state();
    if (now?.surface && now.pages !== null) now.surface.goToPage(Math.max(1, Math.min(now.pages, now.page + by)));
  };
  const zoom = (direction: 1 | -1) => current()?.setState((now) => ({ zoom: stepZoom(now.scale, direction) }));
  const group = 'Script';
  return {
    find: {
      id: 'script.find',
      name: 'Find in the script',
      group,
      keys: ['Mod+F'],
      when: ready,
      perform: () => {
        reach();
        current()?.setState((now) => ({ find: { ...now.find, open: true, asked: now.find.asked + 1 } }));
      },
    },
    findNext: {
      id: 'script.find-next',
      name: 'Next match',
      group,
      keys: ['F3', 'Mod+G'],
      when: () => (state()?.find.count ?? 0) > 0,
      perform: () => stepMatch(current(), 1),
    },
    findPrevious: {
      id: 'script.find-previous',
      name: 'Previous match',
      group,
      keys: ['Shift+F3', 'Mod+Shift+G'],
      when: () => (state()?.find.count ?? 0) > 0,
      perform: () => stepMatch(current(), -1),
    },
    selectMatch: {
      id: 'script.select-match',
      name: 'Select this match',
      group,
      keys: ['Alt+Q', 'Alt+Shift+Q'],
      when: () => marked && (state()?.find.count ?? 0) > 0,
      perform: () => {
        reach();
        const now = state();
        // The find field gives up the keyboard to what it found.
        if (now?.surface?.selectMatch()) current()?.setState({ find: { ...now.find, open: false } });
      },
    },
    region: {
      id: 'script.region',
      name: 'Mark a region of the page',
      group,
      keys: ['Alt+G', 'Alt+Shift+G'],
      when: () => marked && (state()?.surface?.hasRegions ?? false),
      perform: () => {
        reach();
        current()?.setState(({ page, regionOn }) => ({ selection: null, regionOn: regionOn === page ? null : page }));
      },
    },
    zoomIn: {
      id: 'script.zoom-in',
      name: 'Zoom in',
      group,
      // The plus has Shift on some keyboards, none on others, and a key of its own beside the digits.
      keys: ['Mod+=', 'Mod++', 'Mod+Shift++'],
      when: ready,
      perform: () => zoom(1),
    },
    zoomOut: {
      id: 'script.zoom-out',
      name: 'Zoom out',
      group,
      keys: ['Mod+-', 'Mod+Shift+_'],
      when: ready,
      perform: () => zoom(-1),
    },
    fitWidth: {
      id: 'script.fit-width',
      name: 'Fit the width',
      group,
      keys: ['Mod+0'],
      when: ready,
      perform: () => current()?.setState({ zoom: FIT_WIDTH }),
    },
    nextPage: {
      id: 'script.next-page',
      name: 'Next page',
      group,
      keys: ['Alt+Shift+PageDown'],
      when: paged,
      perform: () => turn(1),
    },
    previousPage: {
      id: 'script.previous-page',
      name: 'Previous page',
      group,
      keys: ['Alt+Shift+PageUp'],
      when: paged,
      perform: () => turn(-1),
    },
    scrollDown: {
      id: 'script.scroll-down',
      name: 'Scroll the script down',
      group,
      keys: ['Alt+PageDown'],
      when: ready,
      perform: () => state()?.surface?.scrollBy(SCREEN),
    },
    scrollUp: {
      id: 'script.scroll-up',
      name: 'Scroll the script up',
      group,
      keys: ['Alt+PageUp'],
      when: ready,
      perform: () => state()?.surface?.scrollBy(-SCREEN),
    },
  } satisfies Readonly<Record<string, Command>>;
}

export type ReaderCommands = ReturnType<typeof readerCommands>;

function stepMatch(viewer: Viewer | null, by: 1 | -1): void {
  if (!viewer) return;
  const { find, surface } = viewer.getState();
  const count = find.count ?? 0;
  if (count === 0 || !surface) return;
  const current = (find.current + by + count) % count;
  viewer.setState({ find: { ...find, current } });
  surface.showMatch(current);
}
