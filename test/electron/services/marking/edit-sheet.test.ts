import { describe, expect, it } from 'vitest';
import { auditHead } from '../../../../electron/db/stores/audit-store.ts';
import { editSheet } from '../../../../electron/services/marking/edit-sheet.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { FieldEdit } from '../../../../shared/api/inputs.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { edit, openedSheet, register, signedSheet, submission } from '../../../support/desk.ts';
import { proveAll } from '../../../support/portfolios.ts';
import { answer, refusal } from '../../../support/result.ts';
import { addSyntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

/** An open sheet of the synthetic pack. */
async function syntheticSheet(workspace: Workspace, assessment: 'forty' | 'by-criterion' | 'met'): Promise<SheetView> {
  const { digest } = await addSyntheticPack(workspace);
  const taken = await takeIn(workspace, submission(workspace, register(workspace).id, { pack: digest, assessment }));
  return answer(openSheet(workspace, answer(taken).attempt.id));
}

const stored = (workspace: Workspace, sheet: SheetId) => answer(viewSheet(workspace, sheet));

describe('opening a sheet', () => {
  it('makes one empty sheet for an attempt, and gives the same one ever after', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    expect(view).toMatchObject({
      state: 'draft',
      revision: 1,
      version: 0,
      savedAt: null,
      purpose: 'official',
      redo: [],
    });
    expect(view.sections).toHaveLength(4);
    expect(view.decision).toEqual({ outcome: 'incomplete', total: 0, unmarked: ['s1', 's2', 's3', 's4'] });
    const head = auditHead(now().db);
    expect(answer(openSheet(now(), view.attempt.id))).toEqual(view);
    expect(auditHead(now().db)).toEqual(head);
  });
});

describe('an edit', () => {
  it('of a text answers with what is stored: the section, the version, the time, the decision', async () => {
    const made = await temporaryWorkspace();
    const view = await openedSheet(made.now());
    made.clock.advance(5000);
    const saved = answer(
      edit(made.now(), view, { kind: 'strengths', section: 's2', text: 'Clear.\r\nAnd short.\rEnd' }),
    );
    expect(saved).toMatchObject({ version: 1, savedAt: '2026-11-22T09:00:05.000+00:00', decision: view.decision });
    expect(saved.section).toMatchObject({
      section: 's2',
      strengths: 'Clear.\nAnd short.\nEnd',
      improvements: '',
      mark: null,
    });
    const after = stored(made.now(), view.sheet);
    expect(after.sections[1]).toEqual(saved.section);
    expect(after).toMatchObject({ version: 1, savedAt: saved.savedAt });
  });

  it('keeps every character of a long text in any script', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const text = `${'Ευχαριστώ, 漢字 😀 \t\u0000 "quoted" \\ \u202e '.repeat(1500)}end`;
    answer(edit(now(), view, { kind: 'improvements', section: 's1', text }));
    expect(stored(now(), view.sheet).sections[0]?.improvements).toBe(text);
  });

  it('of a mark is read by the rule, and taken back by an empty text', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const mark = (typed: string) => edit(now(), view, { kind: 'mark', section: 's2', typed });
    expect(answer(mark(' 015 ')).section?.mark).toBe(15);
    expect(answer(mark('0')).decision).toMatchObject({ total: 0, unmarked: ['s1', 's3', 's4'] });
    expect(answer(mark('')).section?.mark).toBeNull();
  });

  it.each([
    ['31', 'above-available'],
    ['-1', 'negative'],
    ['12.5', 'not-a-whole-number'],
  ])('of a mark to %j is refused, with what is available, and changes nothing', async (typed, reason) => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    answer(edit(now(), view, { kind: 'mark', section: 's2', typed: '20' }));
    const before = stored(now(), view.sheet);
    const refused = refusal(edit(now(), view, { kind: 'mark', section: 's2', typed }));
    expect(refused).toEqual({ code: 'mark-refused', reason, available: 30 });
    expect(stored(now(), view.sheet)).toEqual(before);
  });

  it('of where a criterion was seen is kept in the order of the scheme', async () => {
    const { now } = await temporaryWorkspace();
    const view = await syntheticSheet(now(), 'by-criterion');
    for (const [criterion, seen] of [
      ['s1-2', ['p 3']],
      ['s1-1', ['p 1', 'p 4']],
    ] as const) {
      answer(edit(now(), view, { kind: 'seen', section: 's1', criterion, seen: [...seen] }));
    }
    expect(stored(now(), view.sheet).sections[0]?.criteria).toEqual([
      { criterion: 's1-1', mark: null, met: null, seen: ['p 1', 'p 4'] },
      { criterion: 's1-2', mark: null, met: null, seen: ['p 3'] },
    ]);
  });

  it.each<[string, FieldEdit, object]>([
    [
      'a section that is not there',
      { kind: 'mark', section: 's9', typed: '1' },
      { code: 'section-unknown', section: 's9' },
    ],
    [
      'a criterion that is not there',
      { kind: 'seen', section: 's1', criterion: 'c9', seen: [] },
      { code: 'criterion-unknown', criterion: 'c9' },
    ],
    [
      'a criterion mark on a sheet by section',
      { kind: 'criterion-mark', section: 's1', criterion: 'c9', typed: '1' },
      { code: 'mark-refused', reason: 'not-by-criterion' },
    ],
    [
      'an achievement on a sheet with marks',
      { kind: 'criterion-met', section: 's1', criterion: 'c9', met: 'achieved' },
      { code: 'mark-refused', reason: 'not-by-criterion' },
    ],
    [
      'a section to do again that is not there',
      { kind: 'redo', sections: ['s1', 's9'] },
      { code: 'section-unknown', section: 's9' },
    ],
  ])('of %s is refused and changes nothing', async (_what, field, error) => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    expect(refusal(edit(now(), view, field))).toMatchObject(error);
    expect(stored(now(), view.sheet)).toEqual(view);
  });

  it('of another revision, or of no sheet, lands nowhere', async () => {
    const { now } = await temporaryWorkspace();
    const view = await openedSheet(now());
    const field = { kind: 'mark', section: 's1', typed: '5' } as const;
    for (const revision of [2, 7]) {
      expect(refusal(editSheet(now(), { sheet: view.sheet, revision, field }))).toEqual({
        code: 'sheet-moved-on',
        revision: 1,
      });
    }
    const sheet = crypto.randomUUID() as SheetId;
    expect(refusal(editSheet(now(), { sheet, revision: 1, field }))).toEqual({ code: 'sheet-unknown' });
    expect(stored(now(), view.sheet)).toEqual(view);
  });

  it('of a signed sheet is refused', async () => {
    const { now } = await temporaryWorkspace();
    const view = await signedSheet(now());
    expect(refusal(edit(now(), view, { kind: 'mark', section: 's1', typed: '5' }))).toEqual({ code: 'sheet-frozen' });
    expect(stored(now(), view.sheet)).toEqual(view);
  });
});

describe('a sheet with marks by criterion', () => {
  it('takes them within what each criterion has, and no mark for the section', async () => {
    const { now } = await temporaryWorkspace();
    const view = await syntheticSheet(now(), 'by-criterion');
    const mark = (criterion: string, typed: string) =>
      edit(now(), view, { kind: 'criterion-mark', section: 's1', criterion, typed });
    answer(mark('s1-1', '10'));
    expect(answer(mark('s1-2', '12')).decision).toMatchObject({ outcome: 'incomplete', total: 22, unmarked: ['s2'] });
    expect(refusal(mark('s1-1', '11'))).toEqual({ code: 'mark-refused', reason: 'above-available', available: 10 });
    expect(refusal(mark('s2-1', '5'))).toEqual({ code: 'criterion-unknown', criterion: 's2-1' });
    const bySection = edit(now(), view, { kind: 'mark', section: 's1', typed: '5' });
    expect(refusal(bySection)).toMatchObject({ code: 'mark-refused', reason: 'not-by-section' });
    answer(edit(now(), view, { kind: 'criterion-mark', section: 's2', criterion: 's2-1', typed: '7' }));
    expect(stored(now(), view.sheet).decision).toMatchObject({
      outcome: 'referral',
      total: 29,
      referred: [{ section: 's2', criteria: ['s2-1'] }],
    });
  });
});

describe('a sheet of achievements', () => {
  it('takes achieved, not yet and undecided again, and no marks', async () => {
    const { now } = await temporaryWorkspace();
    const view = await syntheticSheet(now(), 'met');
    proveAll(now(), view);
    const judge = (section: string, criterion: string, met: 'achieved' | 'not-yet' | null) =>
      answer(edit(now(), view, { kind: 'criterion-met', section, criterion, met })).decision;
    judge('s1', 's1-1', 'achieved');
    judge('s1', 's1-2', 'achieved');
    expect(judge('s2', 's2-1', 'achieved')).toEqual({ outcome: 'pass', total: null });
    expect(judge('s2', 's2-1', 'not-yet')).toMatchObject({ outcome: 'referral', referred: [{ section: 's2' }] });
    expect(judge('s2', 's2-1', null)).toMatchObject({ outcome: 'incomplete', unmarked: ['s2'] });
    const mark = edit(now(), view, { kind: 'mark', section: 's1', typed: '5' });
    expect(refusal(mark)).toMatchObject({ code: 'mark-refused', reason: 'not-by-section' });
  });
});

describe('sections named to be done again', () => {
  it('are part of the decision where the total alone fails, each once', async () => {
    const { now } = await temporaryWorkspace();
    const view = await syntheticSheet(now(), 'forty');
    for (const [section, typed] of [
      ['s1', '19'],
      ['s2', '15'],
      ['s3', '15'],
    ] as const) {
      answer(edit(now(), view, { kind: 'mark', section, typed }));
    }
    expect(stored(now(), view.sheet).decision).toMatchObject({ outcome: 'referral', referred: [] });
    const saved = answer(edit(now(), view, { kind: 'redo', sections: ['s3', 's1', 's3'] }));
    expect(saved).toMatchObject({
      section: null,
      redo: ['s3', 's1'],
      decision: { referred: [{ section: 's3' }, { section: 's1' }] },
    });
    expect(stored(now(), view.sheet).redo).toEqual(['s3', 's1']);
  });
});
