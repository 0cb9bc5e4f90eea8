import { create } from 'zustand';
import type { Settings } from '../../shared/api/inputs.ts';
import { call } from '../api/call.ts';
import { saveBeforeLeaving } from '../api/flush.ts';
import { useWorkspace } from './workspace.ts';

type SettingsState = Settings & {
  /** Reads what the workspace keeps, once it is open. */
  readonly load: () => Promise<void>;
  /** Changes what is named: here at once, in the workspace once the changes pause. */
  readonly change: (change: Partial<Settings>) => void;
};

/** A divider that is dragged changes with every pixel; milliseconds of rest before it is written. */
const REST = 400;
let unsaved: Partial<Settings> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

export const useSettings = create<SettingsState>((set) => ({
  theme: null,
  layout: null,
  split: null,
  splitAbove: null,
  zoom: null,
  load: async () => {
    const reply = await call('settings.get', {});
    // What was changed while the answer was under way is newer.
    if (reply.ok) set({ ...reply.value, ...unsaved });
  },
  change: (change) => {
    set(change);
    unsaved = { ...unsaved, ...change };
    clearTimeout(timer);
    timer = setTimeout(() => void save(), REST);
  },
}));

async function save(): Promise<void> {
  clearTimeout(timer);
  if (Object.keys(unsaved).length === 0 || useWorkspace.getState().status?.state !== 'open') return;
  const sent = unsaved;
  unsaved = {};
  await call('settings.put', sent);
}

saveBeforeLeaving(save);
