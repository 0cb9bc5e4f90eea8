import { describe, expect, it } from 'vitest';
import {
  addHighlight,
  editHighlight,
  listHighlights,
  removeHighlight,
  restoreHighlight,
} from '../../../../electron/services/highlights/highlights.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { ParsedInput } from '../../../../shared/api/inputs.ts';
import type { ScriptId } from '../../../../shared/model/ids.ts';
import { markSections, openedSheet, PASSING, REFERRED, sign, submission } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const ANCHOR = { kind: 'pdf', page: 4, boxes: [{ x: 72, y: 500.25, width: 120, height: 14 }] } as const;

function adding(view: SheetView, more: Partial<ParsedInput<'highlights.add'>> = {}): ParsedInput<'highlights.add'> {
  return {
    sheet: view.sheet,
    revision: view.revision,
    script: present(view.attempt.scripts[0]).id,
    kind: 'strengths',
    section: 's2',
    anchor: { ...ANCHOR, boxes: [...ANCHOR.boxes] },
    words: '61 % of its capacity',
    note: '',
    ...more,
  };
}

const on = (view: SheetView) => ({ sheet: view.sheet, revision: view.revision });
const listed = (workspace: Workspace, view: SheetView) => answer(listHighlights(workspace, view.sheet));

describe('highlights', () => {
  it('are kept with their place in the document, and numbered in the order of marking', async () => {
    const { now, reopen } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const first = answer(addHighlight(now(), adding(view)));
    const note = answer(
      addHighlight(now(), adding(view, { kind: 'note', section: null, note: 'Ask about the depot.' })),
    );
    expect([first.number, note.number]).toEqual([1, 2]);
    await reopen();
    expect(listed(now(), view)).toEqual([first, note]);
    expect(listed(now(), view)[0]).toMatchObject({ anchor: ANCHOR, words: '61 % of its capacity', section: 's2' });
  });

  it('are removed and brought back with their number, which nothing else is given meanwhile', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const first = answer(addHighlight(now(), adding(view)));
    answer(removeHighlight(now(), { ...on(view), highlight: first.id }));
    expect(listed(now(), view)).toEqual([]);
    expect(refusal(removeHighlight(now(), { ...on(view), highlight: first.id })).code).toBe('highlight-unknown');
    expect(answer(addHighlight(now(), adding(view))).number).toBe(2);
    expect(answer(restoreHighlight(now(), { ...on(view), highlight: first.id }))).toEqual(first);
    expect(listed(now(), view).map((one) => one.number)).toEqual([1, 2]);
  });

  it('move from one field and section to another, and keep their place', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const first = answer(addHighlight(now(), adding(view)));
    const change = { ...on(view), highlight: first.id, kind: 'improvements', section: 's3', note: 'Cost it.' } as const;
    expect(answer(editHighlight(now(), change))).toEqual({
      ...first,
      kind: 'improvements',
      section: 's3',
      note: 'Cost it.',
    });
  });

  it('are refused for another learner’s script, an unknown section, and without a section where they back feedback', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const other = await openedSheet(now());
    const foreign: ScriptId = present(other.attempt.scripts[0]).id;
    expect(refusal(addHighlight(now(), adding(view, { script: foreign }))).code).toBe('script-unknown');
    expect(refusal(addHighlight(now(), adding(view, { section: 's9' }))).code).toBe('section-unknown');
    expect(refusal(addHighlight(now(), adding(view, { section: null }))).code).toBe('section-unknown');
    const mine = answer(addHighlight(now(), adding(view)));
    expect(refusal(removeHighlight(now(), { ...on(other), highlight: mine.id })).code).toBe('highlight-unknown');
    expect(listed(now(), view)).toEqual([mine]);
    expect(listed(now(), other)).toEqual([]);
  });

  it('freeze with the sheet, notes aside, and with a revision that moved on', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const backing = answer(addHighlight(now(), adding(view)));
    markSections(now(), view, PASSING);
    answer(await sign(now(), view));
    expect(refusal(addHighlight(now(), adding(view))).code).toBe('sheet-frozen');
    expect(refusal(removeHighlight(now(), { ...on(view), highlight: backing.id })).code).toBe('sheet-frozen');
    const note = answer(addHighlight(now(), adding(view, { kind: 'note', section: 's1' })));
    expect(
      refusal(editHighlight(now(), { ...on(view), highlight: note.id, kind: 'strengths', section: 's1', note: '' }))
        .code,
    ).toBe('sheet-frozen');
    answer(removeHighlight(now(), { ...on(view), highlight: note.id }));
    expect(refusal(addHighlight(now(), adding(view, { revision: 2 }))).code).toBe('sheet-moved-on');
  });

  it('do not back a section that was carried from an earlier attempt', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    markSections(now(), view, REFERRED);
    answer(await sign(now(), view));
    const again = answer(await takeIn(now(), submission(now(), view.learner.id)));
    const second = answer(openSheet(now(), again.attempt.id));
    expect(refusal(addHighlight(now(), adding(second, { section: 's2' }))).code).toBe('section-carried');
    expect(answer(addHighlight(now(), adding(second, { section: 's1' }))).number).toBe(1);
    expect(listed(now(), second)).toHaveLength(1);
  });
});
