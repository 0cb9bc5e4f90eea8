import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter } from '../../../electron/ipc/router.ts';
import { createApplication } from '../../../electron/services/application.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import { viewSheet } from '../../../electron/services/marking/sheet-view.ts';
import { useMarking } from '../../../renderer/store/marking.ts';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import { FEEDBACK_LIMIT } from '../../../shared/api/limits.ts';
import { openedSheet } from '../../support/desk.ts';
import { answer, refusal } from '../../support/result.ts';
import { type TemporaryWorkspace, temporaryWorkspace } from '../../support/temporary-workspace.ts';
import { CHEAP_COST } from '../../support/workspace-details.ts';

let made: TemporaryWorkspace;
let sheets: readonly [SheetView, SheetView];
/** Answers that are held back until they are let go, by the call that they answer. */
let held: Map<string, Promise<void>>;

/** The window's way to the real main side, with two sheets open. */
beforeEach(async () => {
  made = await temporaryWorkspace();
  held = new Map();
  const host = { tell: () => undefined, openOutside: async () => false };
  const app = createApplication({ folder: made.folder, clock: systemClock, cost: CHEAP_COST, host });
  app.adopt(made.now());
  const router = createRouter(app, (_incident, error) => {
    throw error;
  });
  const call = async (name: string, input: unknown) => {
    const reply = await router({ trusted: true }, name, input);
    await held.get(name);
    return reply;
  };
  vi.stubGlobal('window', { countersign: { call } });
  sheets = [await openedSheet(made.now()), await openedSheet(made.now())];
  useMarking.setState({ attempts: new Map(), sheets: new Map() });
  for (const { attempt } of sheets) await useMarking.getState().open(attempt.id);
});

const strengths = (text: string, section = 's1'): FieldEdit => ({ kind: 'strengths', section, text });
const { edit, save, step } = useMarking.getState();
const [FIRST, SECOND] = [0, 1] as const;
const type = (on: 0 | 1, field: FieldEdit) => edit(sheets[on].sheet, field);
const saved = (on: 0 | 1) => save(sheets[on].sheet);
const take = (on: 0 | 1, way: 'undo' | 'redo') => step(sheets[on].sheet, way);
const shown = (on: 0 | 1) => useMarking.getState().sheets.get(sheets[on].sheet);
const textShown = (on: 0 | 1) => shown(on)?.view.sections[0]?.strengths;
const stored = (on: 0 | 1) => answer(viewSheet(made.now(), sheets[on].sheet));

function holdBack(call: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held.set(call, promise);
  return resolve;
}

describe('an undo from the desk', () => {
  it('is of what was typed last, though it was not stored yet, and says where it was', async () => {
    type(FIRST, strengths('Clear'));
    await saved(FIRST);
    made.clock.advance(2000);
    type(FIRST, strengths('Clear plan'));
    expect(answer(await take(FIRST, 'undo'))).toEqual({
      field: { kind: 'strengths', section: 's1' },
      change: { at: 5, removed: ' plan', inserted: '' },
    });
    expect([textShown(FIRST), stored(FIRST).sections[0]?.strengths]).toEqual(['Clear', 'Clear']);
    expect(shown(FIRST)?.view.steps).toEqual({ undo: true, redo: true });
    expect(answer(await take(FIRST, 'redo'))?.change).toEqual({ at: 5, removed: '', inserted: ' plan' });
    expect(answer(await take(FIRST, 'redo'))).toBeNull();
  });

  it('that is asked for twice at once is two steps', async () => {
    type(FIRST, strengths('one'));
    await saved(FIRST);
    made.clock.advance(2000);
    type(FIRST, strengths('one two'));
    await Promise.all([take(FIRST, 'undo'), take(FIRST, 'undo')]);
    expect(textShown(FIRST)).toBe('');
    await Promise.all([take(FIRST, 'redo'), take(FIRST, 'redo')]);
    expect(textShown(FIRST)).toBe('one two');
  });

  it('leaves what is typed while it is on its way, and who types it', async () => {
    type(FIRST, strengths('one'));
    await saved(FIRST);
    const letGo = holdBack('sheets.undo');
    const taken = take(FIRST, 'undo');
    await vi.waitFor(() => expect(stored(FIRST).steps.redo).toBe(true));
    type(FIRST, strengths('one!'));
    letGo();
    expect(answer(await taken)).toBeNull();
    await saved(FIRST);
    expect([textShown(FIRST), stored(FIRST).sections[0]?.strengths]).toEqual(['one!', 'one!']);
  });

  it('touches no other sheet, though its answer comes when that one is on the desk', async () => {
    type(FIRST, strengths('of the first'));
    type(SECOND, strengths('of the second'));
    await saved(FIRST);
    await saved(SECOND);
    const letGo = holdBack('sheets.undo');
    const taken = take(FIRST, 'undo');
    type(SECOND, strengths('of the second, more'));
    await saved(SECOND);
    const before = shown(SECOND);
    letGo();
    await taken;
    expect(shown(SECOND)).toBe(before);
    expect([stored(FIRST), stored(SECOND)].map((one) => one.sections[0]?.strengths)).toEqual([
      '',
      'of the second, more',
    ]);
  });

  it('takes back a mark that was refused, and nothing else', async () => {
    type(FIRST, strengths('Clear'));
    type(FIRST, { kind: 'mark', section: 's1', typed: '11' });
    await saved(FIRST);
    expect(answer(await take(FIRST, 'undo'))).toEqual({ field: { kind: 'mark', section: 's1' }, change: null });
    expect(shown(FIRST)?.drafts.size).toBe(0);
    expect(textShown(FIRST)).toBe('Clear');
  });

  it('is not made while words stand in a field that could not be stored: they are not given up', async () => {
    type(FIRST, strengths('Clear'));
    await saved(FIRST);
    const long = strengths('x'.repeat(FEEDBACK_LIMIT + 1), 's2');
    type(FIRST, long);
    expect(refusal(await take(FIRST, 'undo')).code).toBe('invalid-input');
    expect([...(shown(FIRST)?.drafts.values() ?? [])].map((draft) => draft.edit)).toEqual([long]);
    expect(textShown(FIRST)).toBe('Clear');
  });
});

describe('a version put back from the desk', () => {
  it('stands in the field, in place of what was typed and refused there', async () => {
    const { restore } = useMarking.getState();
    const mark = (typed: string) => type(FIRST, { kind: 'mark', section: 's1', typed });
    mark('7');
    await saved(FIRST);
    made.clock.advance(60_000);
    mark('8');
    await saved(FIRST);
    mark('88');
    await saved(FIRST);
    const { sheet } = sheets[FIRST];
    expect(await restore(sheet, { kind: 'mark', section: 's1' }, 1)).toBeNull();
    expect([shown(FIRST)?.view.sections[0]?.mark, shown(FIRST)?.drafts.size]).toEqual([7, 0]);
    expect(await restore(sheet, { kind: 'mark', section: 's2' }, 1)).toEqual({ code: 'field-version-unknown' });
  });
});
