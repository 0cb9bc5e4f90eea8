import { describe, expect, it, onTestFinished } from 'vitest';
import { createRouter } from '../../../electron/ipc/router.ts';
import { highlightsNow, type NewHighlight, useHighlights } from '../../../renderer/store/highlights.ts';
import { useMarking } from '../../../renderer/store/marking.ts';
import { useWorkspace } from '../../../renderer/store/workspace.ts';
import type { Bridge } from '../../../shared/api/contract.ts';
import type { CallName } from '../../../shared/api/inputs.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { submitted } from '../../support/desk.ts';
import { answer, present } from '../../support/result.ts';
import { temporaryApplication } from '../../support/temporary-application.ts';

/** The app behind a window, with two sheets open in it; the calls named in `held` wait until they are let go. */
async function windowOnTwoSheets() {
  const { app, now } = await temporaryApplication();
  const router = createRouter(app, (_incident, error) => {
    throw error;
  });
  const waiting: (() => void)[] = [];
  const held = new Set<CallName>();
  const call = async (name: CallName, input: unknown) => {
    const reply = await router({ trusted: true }, name, input);
    if (held.has(name)) await new Promise<void>((go) => waiting.push(go));
    return reply;
  };
  Object.assign(globalThis, { window: { countersign: { call } as Partial<Bridge> } });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'window');
    useHighlights.setState({ sheets: new Map() });
    useWorkspace.setState({ status: null });
  });
  const open = async () => {
    const { attempt } = await submitted(now());
    await useMarking.getState().open(attempt.id);
    const opening = useMarking.getState().attempts.get(attempt.id);
    if (opening?.state !== 'open') throw new Error('The sheet did not open');
    return opening.sheet;
  };
  return { one: await open(), two: await open(), held, waiting };
}

function marking(sheet: SheetId, more: Partial<NewHighlight> = {}): NewHighlight {
  const view = present(useMarking.getState().sheets.get(sheet)).view;
  return {
    script: present(view.attempt.scripts[0]).id,
    kind: 'strengths',
    section: 's1',
    anchor: { kind: 'pdf', page: 1, boxes: [{ x: 72, y: 500, width: 120, height: 14 }] },
    words: 'leading a team',
    note: '',
    ...more,
  };
}

const numbers = (sheet: SheetId) => highlightsNow(sheet).list.map((one) => one.number);

describe('the highlights in a window', () => {
  it('are the sheet’s own, removed and brought back in their order', async () => {
    const { one, two } = await windowOnTwoSheets();
    const { add, remove, restore, load } = useHighlights.getState();
    const first = answer(await add(one, marking(one)));
    answer(await add(one, marking(one)));
    answer(await add(two, marking(two)));
    expect([numbers(one), numbers(two)]).toEqual([[1, 2], [1]]);
    expect(await remove(one, first.id)).toBeNull();
    expect([numbers(one), highlightsNow(one).removed.map(({ number }) => number)]).toEqual([[2], [1]]);
    await load(one);
    expect(numbers(one)).toEqual([2]);
    expect(await restore(one, first.id)).toBeNull();
    expect([numbers(one), highlightsNow(one).removed]).toEqual([[1, 2], []]);
  });

  it('show an answer that comes late on the sheet that it is of, and never without what was added since', async () => {
    const { one, two, held, waiting } = await windowOnTwoSheets();
    const { add, load } = useHighlights.getState();
    held.add('highlights.list');
    const late = load(one);
    const added = add(one, marking(one));
    answer(await add(two, marking(two)));
    expect([numbers(one), numbers(two)]).toEqual([[], [1]]);
    await expect.poll(() => waiting.length).toBe(1);
    for (const go of waiting) go();
    await late;
    answer(await added);
    expect([numbers(one), numbers(two)]).toEqual([[1], [1]]);
  });

  it('keep what a note says, and say why a change was refused', async () => {
    const { one, two } = await windowOnTwoSheets();
    const { add, edit } = useHighlights.getState();
    const note = answer(await add(one, marking(one, { kind: 'note', section: null })));
    const change = { highlight: note.id, kind: 'note', section: null, note: 'Ask.' } as const;
    expect(await edit(one, change)).toBeNull();
    expect(highlightsNow(one).list).toMatchObject([{ note: 'Ask.' }]);
    expect(await edit(two, change)).toEqual({ code: 'highlight-unknown' });
    expect(numbers(two)).toEqual([]);
  });

  it('are gone when the workspace is locked, and an answer that comes after brings none back', async () => {
    const { one, held, waiting } = await windowOnTwoSheets();
    const { add, load } = useHighlights.getState();
    answer(await add(one, marking(one)));
    held.add('highlights.list');
    const late = load(one);
    await expect.poll(() => waiting.length).toBe(1);
    useWorkspace.getState().wasLocked();
    expect(numbers(one)).toEqual([]);
    for (const go of waiting) go();
    await late;
    expect(numbers(one)).toEqual([]);
  });
});
