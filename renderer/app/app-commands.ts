import { spotlight } from '@mantine/spotlight';
import { useCheatSheet } from '../store/cheat-sheet.ts';
import type { Command } from '../store/commands.ts';
import { type PlaceName, useRoute } from '../store/route.ts';
import { useWorkspace } from '../store/workspace.ts';
import { goTo } from './places.ts';

const route = () => useRoute.getState();

function place(screen: PlaceName, name: string, key: string) {
  return { id: `go.${screen}`, screen, name, group: 'Go to', keys: [`Mod+${key}`], perform: () => goTo(screen) };
}

/** The screens, in the navigation's order. */
export const PLACES = [
  place('home', 'Home', '1'),
  place('learners', 'Learners', '2'),
  place('marking', 'Marking', '3'),
  place('checks', 'Checks', '4'),
  place('verify', 'Verify', '5'),
  place('qualifications', 'Qualifications', '6'),
  place('progress', 'Progress', '7'),
  place('settings', 'Settings', '8'),
] as const;

/** The comment bank is kept now and then, and has no place in the navigation. */
const openBank: Command = {
  id: 'go.bank',
  name: 'Comment bank',
  group: 'Go to',
  perform: () => route().go({ screen: 'bank' }),
};

export const goBack: Command = {
  id: 'go.back',
  name: 'Back',
  group: 'Go to',
  keys: ['Alt+ArrowLeft', 'Mod+['],
  when: () => route().index > 0,
  perform: () => route().back(),
};

export const goForward: Command = {
  id: 'go.forward',
  name: 'Forward',
  group: 'Go to',
  keys: ['Alt+ArrowRight', 'Mod+]'],
  when: () => route().index < route().entries.length - 1,
  perform: () => route().forward(),
};

export const openPalette: Command = {
  id: 'app.palette',
  name: 'Open anything',
  group: 'Window',
  keys: ['Mod+K'],
  perform: () => spotlight.open(),
};

export const openCheatSheet: Command = {
  id: 'app.keys',
  name: 'Show the keys',
  group: 'Window',
  // The slash has Shift on some keyboards; the question mark is typed where there is something to type in.
  keys: ['Mod+/', 'Mod+Shift+/', 'Shift+?'],
  perform: () => useCheatSheet.getState().open(),
};

export const lockWorkspace: Command = {
  id: 'app.lock',
  name: 'Lock the workspace',
  group: 'Window',
  keys: ['Mod+Shift+L'],
  perform: () => void useWorkspace.getState().lock(),
};

/** What can be done from anywhere. */
export const APP_COMMANDS: readonly Command[] = [
  ...PLACES,
  openBank,
  goBack,
  goForward,
  openPalette,
  openCheatSheet,
  lockWorkspace,
];
