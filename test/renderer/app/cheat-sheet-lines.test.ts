import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../renderer/store/commands.ts';

const command = (id: string, group: string, name: string, ...keys: string[]): Command => ({
  id,
  group,
  name,
  ...(keys.length > 0 ? { keys } : {}),
  perform: () => undefined,
});
const home = command('go.home', 'Go to', 'Home', 'Mod+1');
const sign = command('marking.sign', 'Marking', 'Sign the sheet', 'Mod+Enter');
const next = command('sheet.next', 'Mark sheet', 'Next section', 'Alt+ArrowDown', 'F8');
const reopen = command('marking.reopen', 'Marking', 'Reopen the sheet');
const lock = command('app.lock', 'Window', 'Lock the workspace', 'Mod+Shift+L');
const all = [home, lock, next, sign, reopen];

/** The keys are shown as the system has them, which is learnt once. */
async function groupsOn(userAgent: string) {
  vi.stubGlobal('navigator', { userAgent });
  vi.resetModules();
  const { cheatSheetGroups } = await import('../../../renderer/app/cheat-sheet-lines.ts');
  return (query: string) =>
    cheatSheetGroups(all, query).map(({ group, commands }) => [group, ...commands.map(({ id }) => id)]);
}

describe('the cheat sheet', () => {
  let groups: Awaited<ReturnType<typeof groupsOn>>;
  beforeAll(async () => {
    groups = await groupsOn('X11; Linux x86_64');
    return () => vi.unstubAllGlobals();
  });

  it('holds every command that has keys under its group, the place’s own before what can be done anywhere', () => {
    expect(groups('')).toEqual([
      ['Mark sheet', 'sheet.next'],
      ['Marking', 'marking.sign'],
      ['Go to', 'go.home'],
      ['Window', 'app.lock'],
    ]);
  });

  it.each([
    { query: 'sign', found: [['Marking', 'marking.sign']] },
    { query: 'SHEET  next', found: [['Mark sheet', 'sheet.next']] },
    { query: 'ctrl+enter', found: [['Marking', 'marking.sign']] },
    { query: 'f8', found: [['Mark sheet', 'sheet.next']] },
    { query: 'reopen', found: [] },
  ])('finds by what it does and by its keys: $query', ({ query, found }) => {
    expect(groups(query)).toEqual(found);
  });
});
