import { describe, expect, it } from 'vitest';
import { readSettings, saveSettings } from '../../../../electron/services/workspace/settings.ts';
import { inputs } from '../../../../shared/api/inputs.ts';
import { answer } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const UNSET = { theme: null, layout: null, split: null, splitAbove: null, zoom: null };

describe('the settings of a workspace', () => {
  it('are the app’s own until one is chosen, and are there again at the next start', async () => {
    const workspace = await temporaryWorkspace();
    expect(readSettings(workspace.now())).toEqual(UNSET);
    expect(answer(saveSettings(workspace.now(), { theme: 'dark' }))).toEqual({ ...UNSET, theme: 'dark' });
    expect(answer(saveSettings(workspace.now(), { split: 61.5 }))).toEqual({ ...UNSET, theme: 'dark', split: 61.5 });
    expect(readSettings(await workspace.reopen())).toEqual({ ...UNSET, theme: 'dark', split: 61.5 });
    expect(answer(saveSettings(workspace.now(), { theme: null }))).toEqual({ ...UNSET, split: 61.5 });
  });

  it('count as not set where another version stored what this one does not know', async () => {
    const workspace = (await temporaryWorkspace()).now();
    workspace.db
      .prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
      .run('appearance', '{"theme":"sepia","layout":"below","split":40,"font":"x"}');
    expect(readSettings(workspace)).toEqual({ ...UNSET, split: 40 });
  });

  it('keep the size of each layout apart', async () => {
    const workspace = (await temporaryWorkspace()).now();
    answer(saveSettings(workspace, { layout: 'beside', split: 62 }));
    answer(saveSettings(workspace, { layout: 'above', splitAbove: 35 }));
    expect(readSettings(workspace)).toEqual({ ...UNSET, layout: 'above', split: 62, splitAbove: 35 });
  });

  it.each([
    { theme: 'sepia' },
    { layout: 'window' },
    { splitAbove: 80 },
    { split: 10 },
    { zoom: 40 },
    { name: 'Asha Ray' },
    { split: '50' },
  ])('take nothing else: %o', (input) => {
    expect(inputs['settings.put'].safeParse(input).success).toBe(false);
  });
});
