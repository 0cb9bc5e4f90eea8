import { describe, expect, it } from 'vitest';
import { openSection } from '../../../../electron/services/marking/carried-sections.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { undoEdit } from '../../../../electron/services/marking/undo-edit.ts';
import { linkEvidence } from '../../../../electron/services/portfolio/link-evidence.ts';
import { returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { FieldEdit } from '../../../../shared/api/inputs.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { edit, openedSheet, REFERRED, register, sign, signedSheet, submission } from '../../../support/desk.ts';
import {
  added,
  CRITERIA_UNIT,
  criteriaSheet,
  judge,
  link,
  portfolioOf,
  proveAll,
} from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { fieldsOf, redo, undo } from '../../../support/steps.ts';
import { addSyntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

async function typing() {
  const made = await temporaryWorkspace();
  const view = await openedSheet(made.now());
  const type = (text: string, section = 's1') => answer(edit(made.now(), view, { kind: 'strengths', section, text }));
  const text = (section = 's1') =>
    fieldsOf(made.now(), view).sections.find((one) => one.section === section)?.strengths;
  /** What the field holds after each undo, as far back as there is something. */
  const undoAll = () => {
    const held: unknown[] = [];
    while (answer(undo(made.now(), view))) held.push(text());
    return held;
  };
  return { ...made, view, type, text, undoAll };
}

describe('a burst of typing', () => {
  it('is one step', async () => {
    const { type, clock, undoAll } = await typing();
    for (const text of ['C', 'Cl', 'Clear', 'Clear pl', 'Clear plan']) {
      type(text);
      clock.advance(1400);
    }
    expect(undoAll()).toEqual(['']);
  });

  it.each([
    ['a pause of a second and a half', 1500, ['Clear', '']],
    ['no pause', 1499, ['']],
    ['a clock that went back', -60_000, ['Clear', '']],
  ])('ends with %s', async (_what, time, held) => {
    const { type, clock, undoAll } = await typing();
    type('Clear');
    clock.advance(time);
    type('Clear plan');
    expect(undoAll()).toEqual(held);
  });

  it('ends after half a minute without a pause', async () => {
    const { type, clock, undoAll } = await typing();
    for (let letters = 1; letters <= 31; letters += 1) {
      type('x'.repeat(letters));
      clock.advance(1000);
    }
    expect(undoAll()).toEqual(['x'.repeat(30), '']);
  });

  it('ends with a change of field', async () => {
    const { type, undoAll } = await typing();
    type('one');
    type('two', 's2');
    type('one more');
    expect(undoAll()).toEqual(['one', 'one', '']);
  });

  it('leaves a paste and a deletion of more than a word to be undone by themselves', async () => {
    const { type, undoAll } = await typing();
    type('So');
    type('So the whole of a sentence was pasted');
    type('So the whole of a sentence was pasted!');
    type('!');
    type('!?');
    expect(undoAll()).toEqual([
      '!',
      'So the whole of a sentence was pasted!',
      'So the whole of a sentence was pasted',
      'So',
      '',
    ]);
  });

  it('ends where it turns to deleting, so that what is deleted key by key can be had back', async () => {
    const { type, clock, undoAll } = await typing();
    const text = 'A sentence with several words';
    for (let letters = 1; letters <= text.length; letters += 1) {
      type(text.slice(0, letters));
      clock.advance(50);
    }
    for (let letters = text.length - 1; letters >= 0; letters -= 1) {
      type(text.slice(0, letters));
      clock.advance(50);
    }
    expect(undoAll()).toEqual([text, '']);
  });

  it('that comes to nothing is no step', async () => {
    const { type, view, now, undoAll } = await typing();
    type('Kept');
    type('Kept', 's2');
    type('Kept');
    expect(undoAll()).toEqual(['Kept', '']);
    expect(answer(undo(now(), view))).toBeNull();
  });
});

describe('an undo', () => {
  it('answers with what is stored and with the field, and says what is left', async () => {
    const { type, view, now, clock } = await typing();
    type('Clear');
    expect(type('Short', 's2').steps).toEqual({ undo: true, redo: false });
    clock.advance(60_000);
    expect(answer(undo(now(), view))).toMatchObject({
      version: 3,
      savedAt: '2026-11-22T09:01:00.000+00:00',
      field: { kind: 'strengths', section: 's2' },
      section: { section: 's2', strengths: '' },
      steps: { undo: true, redo: true },
    });
    expect(answer(undo(now(), view))?.steps).toEqual({ undo: false, redo: true });
    expect(answer(undo(now(), view))).toBeNull();
    expect(answer(viewSheet(now(), view.sheet)).steps).toEqual({ undo: false, redo: true });
  });

  it('is done again until something else is edited', async () => {
    const { type, view, now, text } = await typing();
    type('one');
    type('two', 's2');
    answer(undo(now(), view));
    answer(undo(now(), view));
    expect(answer(redo(now(), view))?.field).toEqual({ kind: 'strengths', section: 's1' });
    expect(text()).toBe('one');
    // The very same again is no edit.
    type('one');
    expect(answer(redo(now(), view))?.section?.strengths).toBe('two');
    answer(undo(now(), view));
    expect(type('other').steps).toEqual({ undo: true, redo: false });
    expect(answer(redo(now(), view))).toBeNull();
    expect(text('s2')).toBe('');
  });

  it('does not join what is typed right after it to what was typed before', async () => {
    const { type, view, now, undoAll } = await typing();
    type('one');
    type('two', 's2');
    answer(undo(now(), view));
    type('one more');
    expect(undoAll()).toEqual(['one', '']);
  });

  it('counts the outcome anew', async () => {
    const { view, now } = await typing();
    for (const [section, typed] of [
      ['s1', '4'],
      ['s2', '20'],
      ['s3', '20'],
      ['s4', '20'],
    ] as const) {
      answer(edit(now(), view, { kind: 'mark', section, typed }));
    }
    expect(answer(viewSheet(now(), view.sheet)).decision.outcome).toBe('referral');
    expect(answer(undo(now(), view))?.decision).toEqual({ outcome: 'incomplete', total: 44, unmarked: ['s4'] });
    expect(answer(redo(now(), view))?.decision.outcome).toBe('referral');
  });

  it('is still possible after a restart', async () => {
    const { type, view, now, text, reopen } = await typing();
    type('one');
    type('two', 's2');
    answer(undo(now(), view));
    await reopen();
    expect(answer(redo(now(), view))?.section?.strengths).toBe('two');
    await reopen();
    answer(undo(now(), view));
    answer(undo(now(), view));
    expect(text()).toBe('');
  });
});

describe('an undo of every kind of field', () => {
  const cases: readonly (readonly [assessment: 'forty' | 'by-criterion', field: FieldEdit, other: FieldEdit])[] = [
    ['forty', { kind: 'strengths', section: 's1', text: 'one' }, { kind: 'strengths', section: 's1', text: 'on' }],
    ['forty', { kind: 'improvements', section: 's1', text: 'a\nb' }, { kind: 'improvements', section: 's1', text: '' }],
    ['forty', { kind: 'mark', section: 's1', typed: '7' }, { kind: 'mark', section: 's1', typed: '' }],
    ['forty', { kind: 'redo', sections: ['s1'] }, { kind: 'redo', sections: [] }],
    [
      'by-criterion',
      { kind: 'criterion-mark', section: 's1', criterion: 's1-2', typed: '3' },
      { kind: 'criterion-mark', section: 's1', criterion: 's1-2', typed: '2' },
    ],
    [
      'by-criterion',
      { kind: 'seen', section: 's1', criterion: 's1-1', seen: ['p 1'] },
      { kind: 'seen', section: 's1', criterion: 's1-1', seen: ['p 1', 'p 4'] },
    ],
  ];

  it.each(cases)('gives what was there before: %s, %j', async (assessment, first, second) => {
    const { now, clock } = await temporaryWorkspace();
    const { digest } = await addSyntheticPack(now());
    const taken = await takeIn(now(), submission(now(), register(now()).id, { pack: digest, assessment }));
    const view = answer(openSheet(now(), answer(taken).attempt.id));
    const states = [fieldsOf(now(), view)];
    for (const one of [first, second]) {
      answer(edit(now(), view, one));
      states.push(fieldsOf(now(), view));
      clock.advance(2000);
    }
    const back = [1, 0].map((at) => {
      answer(undo(now(), view));
      expect(fieldsOf(now(), view)).toEqual(states[at]);
      return at;
    });
    for (const at of back.toReversed()) {
      answer(redo(now(), view));
      expect(fieldsOf(now(), view)).toEqual(states[at + 1]);
    }
  });

  it('takes a judgement out of its trail and puts it back, with its words', async () => {
    const { now, clock } = await temporaryWorkspace();
    const view = await criteriaSheet(now());
    proveAll(now(), view);
    const states = [fieldsOf(now(), view)];
    const section = present(view.sections[0]).section;
    const words: FieldEdit = { kind: 'judgement', section, criterion: 'ac1.1', text: 'All of it.' };
    for (const act of [
      () => judge(now(), view, 'ac1.1', 'not-yet'),
      () => edit(now(), view, words),
      () => judge(now(), view, 'ac1.1', 'achieved'),
      () => judge(now(), view, 'ac1.1', null),
    ]) {
      answer(act());
      states.push(fieldsOf(now(), view));
      clock.advance(60_000);
    }
    expect(states[3]?.sections[0]?.criteria[0]?.judged).toHaveLength(2);
    for (const state of states.slice(0, -1).toReversed()) {
      answer(undo(now(), view));
      expect(fieldsOf(now(), view)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      answer(redo(now(), view));
      expect(fieldsOf(now(), view)).toEqual(state);
    }
  });
});

describe('an undo is refused', () => {
  it('where the sheet is signed, moved on, returned or not there, as an edit is', async () => {
    const { now } = await temporaryWorkspace();
    const signed = await signedSheet(now());
    expect(refusal(undo(now(), signed))).toEqual({ code: 'sheet-frozen' });
    answer(reopenSheet(now(), { sheet: signed.sheet, revision: 1, reason: 'A mark was wrong' }));
    expect(refusal(undo(now(), signed))).toEqual({ code: 'sheet-moved-on', revision: 2 });
    const unknown = '00000000-0000-4000-8000-000000000001' as SheetId;
    expect(refusal(undoEdit(now(), { sheet: unknown, revision: 1 }))).toEqual({ code: 'sheet-unknown' });
    const view = await openedSheet(now());
    answer(edit(now(), view, { kind: 'strengths', section: 's1', text: 'Clear' }));
    answer(returnAttempt(now(), { attempt: view.attempt.id, reason: 'The wrong script' }));
    expect(refusal(undo(now(), view))).toEqual({ code: 'attempt-returned' });
  });

  it('never of what was signed: a reopened sheet begins with nothing to undo', async () => {
    const { now } = await temporaryWorkspace();
    const signed = await signedSheet(now());
    const view = answer(reopenSheet(now(), { sheet: signed.sheet, revision: 1, reason: 'A mark was wrong' }));
    expect(view.steps).toEqual({ undo: false, redo: false });
    expect(answer(undo(now(), view))).toBeNull();
    answer(edit(now(), view, { kind: 'mark', section: 's1', typed: '9' }));
    expect(answer(undo(now(), view))?.section?.mark).toBe(7);
    expect(answer(undo(now(), view))).toBeNull();
    expect(answer(await sign(now(), view)).steps).toEqual({ undo: false, redo: false });
  });

  it('where it would make a criterion achieved whose evidence was taken away since', async () => {
    const { now, clock } = await temporaryWorkspace();
    const learner = register(now());
    const of = portfolioOf(learner.id);
    const item = added(now(), of);
    answer(link(now(), of, item.id, ['1.1']));
    const view = await criteriaSheet(now(), learner);
    answer(judge(now(), view, 'ac1.1', 'achieved'));
    clock.advance(60_000);
    answer(judge(now(), view, 'ac1.1', 'not-yet'));
    const apart = { evidence: item.id, unit: CRITERIA_UNIT, criterion: '1.1' };
    answer(linkEvidence(now(), { ...of, changes: [{ ...apart, linked: false }] }));
    const before = fieldsOf(now(), view);
    expect(refusal(undo(now(), view))).toEqual({ code: 'criterion-without-evidence', criterion: '1.1' });
    expect(fieldsOf(now(), view)).toEqual(before);
    answer(linkEvidence(now(), { ...of, changes: [{ ...apart, linked: true }] }));
    expect(answer(undo(now(), view))?.section?.criteria[0]?.met).toBe('achieved');
  });

  it('of nothing in a section that was opened before it is edited', async () => {
    const { now } = await temporaryWorkspace();
    const referred = await signedSheet(now(), REFERRED);
    const taken = answer(await takeIn(now(), submission(now(), referred.learner.id)));
    const view = answer(openSheet(now(), taken.attempt.id));
    const carried = present(view.sections.find((one) => one.carried));
    const target = { sheet: view.sheet, revision: 1, section: carried.section };
    answer(openSection(now(), { ...target, reason: 'The work was changed' }));
    expect(answer(undo(now(), view))).toBeNull();
    answer(edit(now(), view, { kind: 'strengths', section: carried.section, text: '' }));
    expect(answer(undo(now(), view))?.section?.strengths).toBe(carried.strengths);
  });
});
