import { describe, expect, it } from 'vitest';
import { openSection } from '../../../../electron/services/marking/carried-sections.ts';
import { fieldHistory, restoreVersion } from '../../../../electron/services/marking/history.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { FieldEdit, SheetField } from '../../../../shared/api/inputs.ts';
import { edit, openedSheet, REFERRED, signedSheet, submission } from '../../../support/desk.ts';
import { criteriaSheet, judge, proveAll } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { fieldsOf, redo, undo } from '../../../support/steps.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const STRENGTHS: SheetField = { kind: 'strengths', section: 's1' };
const MARK: SheetField = { kind: 'mark', section: 's1' };

const history = (workspace: Workspace, { sheet }: SheetView, field: SheetField, before?: number) =>
  answer(fieldHistory(workspace, { sheet, field, before }));
const texts = (workspace: Workspace, view: SheetView, field = STRENGTHS) =>
  history(workspace, view, field).versions.map(({ value }) => ('text' in value ? value.text : value));

async function typing() {
  const made = await temporaryWorkspace();
  const view = await openedSheet(made.now());
  const put = (field: FieldEdit) => answer(edit(made.now(), view, field));
  const type = (text: string) => put({ ...STRENGTHS, kind: 'strengths', section: 's1', text });
  return { ...made, view, put, type };
}

describe('the history of a field', () => {
  it('is empty before the first entry, with what the field holds and whose sheet it is', async () => {
    const { now, view } = await typing();
    expect(history(now(), view, MARK)).toEqual({
      versions: [],
      now: { kind: 'mark', section: 's1', typed: '' },
      more: false,
      assessor: 'Morgan Vale',
    });
  });

  it('lists what it held with times, the newest first, and of no other field', async () => {
    const { now, view, put, type, clock } = await typing();
    type('First');
    clock.advance(2000);
    type('First thought');
    clock.advance(60_000);
    type('Second');
    put({ kind: 'mark', section: 's1', typed: ' 7 ' });
    expect(history(now(), view, STRENGTHS).versions).toMatchObject([
      {
        revision: 1,
        value: { kind: 'strengths', section: 's1', text: 'Second' },
        from: '2026-11-22T09:01:02.000+00:00',
        to: '2026-11-22T09:01:02.000+00:00',
      },
      {
        value: { text: 'First thought' },
        from: '2026-11-22T09:00:00.000+00:00',
        to: '2026-11-22T09:00:02.000+00:00',
      },
    ]);
    expect(history(now(), view, MARK).versions).toMatchObject([{ value: { typed: '7' } }]);
  });

  it('has what was pasted over, deleted key by key or undone, though it stood for a moment only', async () => {
    const { now, view, type, clock } = await typing();
    type('A whole sentence that was typed');
    clock.advance(100);
    type('');
    type('New');
    expect(texts(now(), view)).toEqual(['New', 'A whole sentence that was typed']);
    for (const text of ['Ne', 'N', '']) type(text);
    expect(texts(now(), view)).toEqual(['', 'New', 'A whole sentence that was typed']);
    answer(undo(now(), view));
    type('Now');
    expect(texts(now(), view)).toEqual(['Now', '', 'New', 'A whole sentence that was typed']);
  });

  it('is given a hundred versions at a time', async () => {
    const { now, view, type, clock } = await typing();
    for (let turn = 0; turn < 103; turn += 1) {
      type(`turn ${turn}`);
      clock.advance(60_000);
    }
    const first = history(now(), view, STRENGTHS);
    expect([first.versions.length, first.more]).toEqual([100, true]);
    const rest = history(now(), view, STRENGTHS, first.versions.at(-1)?.version);
    expect(rest.versions.map(({ value }) => value)).toMatchObject([
      { text: 'turn 2' },
      { text: 'turn 1' },
      { text: 'turn 0' },
    ]);
    expect(rest.more).toBe(false);
  });

  it('is there over all revisions, signed or reopened', async () => {
    const { now } = await temporaryWorkspace();
    const signed = await signedSheet(now());
    expect(texts(now(), signed)).toEqual(['Strengths of s1.']);
    const view = answer(reopenSheet(now(), { sheet: signed.sheet, revision: 1, reason: 'A word was wrong' }));
    answer(edit(now(), view, { kind: 'strengths', section: 's1', text: 'Strengths.' }));
    expect(history(now(), view, STRENGTHS).versions).toMatchObject([
      { revision: 2, value: { text: 'Strengths.' } },
      { revision: 1, value: { text: 'Strengths of s1.' } },
    ]);
  });

  it('begins with what was carried forward where a carried section was opened', async () => {
    const { now } = await temporaryWorkspace();
    const referred = await signedSheet(now(), REFERRED);
    const taken = answer(await takeIn(now(), submission(now(), referred.learner.id)));
    const view = answer(openSheet(now(), taken.attempt.id));
    const { section, strengths } = present(view.sections.find((one) => one.carried));
    answer(openSection(now(), { sheet: view.sheet, revision: 1, section, reason: 'The work was changed' }));
    answer(edit(now(), view, { kind: 'strengths', section, text: 'New' }));
    expect(texts(now(), view, { kind: 'strengths', section })).toEqual(['New', strengths]);
  });

  it('is not there for a section or a sheet that is not there', async () => {
    const { now, view } = await typing();
    const field: SheetField = { kind: 'strengths', section: 's9' };
    expect(refusal(fieldHistory(now(), { sheet: view.sheet, field }))).toEqual({
      code: 'section-unknown',
      section: 's9',
    });
  });
});

describe('a version that is put back', () => {
  it('is what the field holds, as a step by itself that can be undone and redone', async () => {
    const { now, view, type, clock } = await typing();
    type('First');
    clock.advance(60_000);
    type('Second');
    const of = { sheet: view.sheet, revision: 1, field: STRENGTHS };
    const version = present(history(now(), view, STRENGTHS).versions[1]).version;
    expect(answer(restoreVersion(now(), { ...of, version })).section?.strengths).toBe('First');
    expect(texts(now(), view)).toEqual(['First', 'Second', 'First']);
    expect(answer(undo(now(), view))?.section?.strengths).toBe('Second');
    expect(answer(redo(now(), view))?.section?.strengths).toBe('First');
  });

  it('of a mark, of places and of a judgement is entered as they were', async () => {
    const { now, clock } = await temporaryWorkspace();
    const view = await criteriaSheet(now());
    proveAll(now(), view);
    const section = present(view.sections[0]).section;
    const of = { section, criterion: 'ac1.1' } as const;
    answer(judge(now(), view, 'ac1.1', 'achieved'));
    answer(edit(now(), view, { kind: 'seen', ...of, seen: ['p 1', 'p 2'] }));
    clock.advance(60_000);
    answer(judge(now(), view, 'ac1.1', 'not-yet'));
    answer(edit(now(), view, { kind: 'seen', ...of, seen: [] }));
    for (const kind of ['criterion-met', 'seen'] as const) {
      const field: SheetField = { kind, ...of };
      const oldest = present(history(now(), view, field).versions.at(-1)).version;
      answer(restoreVersion(now(), { sheet: view.sheet, revision: 1, field, version: oldest }));
    }
    const entry = fieldsOf(now(), view).sections[0]?.criteria[0];
    expect(entry).toMatchObject({ met: 'achieved', seen: ['p 1', 'p 2'] });
    expect(entry?.judged?.map((one) => one.met)).toEqual(['achieved', 'achieved']);
  });

  it('is refused where it is of another field or none, and where an edit would be', async () => {
    const { now } = await temporaryWorkspace();
    const view = await signedSheet(now());
    const version = present(history(now(), view, STRENGTHS).versions[0]).version;
    const of = { sheet: view.sheet, revision: 1 };
    expect(refusal(restoreVersion(now(), { ...of, field: STRENGTHS, version }))).toEqual({ code: 'sheet-frozen' });
    for (const wrong of [
      { field: MARK, version },
      { field: STRENGTHS, version: 9999 },
    ]) {
      expect(refusal(restoreVersion(now(), { ...of, ...wrong }))).toEqual({ code: 'field-version-unknown' });
    }
  });
});
