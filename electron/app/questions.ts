import { type BrowserWindow, dialog } from 'electron';
import type { Trouble } from './recovery.ts';

const TEXTS: Readonly<Record<Trouble, { message: string; detail: string; yes: string; no: string }>> = {
  stopping: {
    message: 'The window keeps stopping.',
    detail:
      'Everything that was saved is safe in the workspace. Open the window again, or quit and start Countersign anew.',
    yes: 'Open it again',
    no: 'Quit',
  },
  'not-answering': {
    message: 'The window is not answering.',
    detail: 'Everything that was saved is safe in the workspace; what was typed in the last second may not be.',
    yes: 'Start the window again',
    no: 'Wait',
  },
};

/** Asks in the system's own dialog, since the page cannot. */
export async function askToRestart(window: BrowserWindow | null, trouble: Trouble): Promise<boolean> {
  const { message, detail, yes, no } = TEXTS[trouble];
  const question = { type: 'warning' as const, message, detail, buttons: [yes, no], defaultId: 0, cancelId: 1 };
  const { response } = window ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question);
  return response === 0;
}

/** A folder to export to, chosen in the system's own dialog; null where it was cancelled. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const question = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const chosen = window ? await dialog.showOpenDialog(window, question) : await dialog.showOpenDialog(question);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
