import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { openSection } from '../../../../electron/services/marking/carried-sections.ts';
import { compareRevisions } from '../../../../electron/services/marking/compare-revisions.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { removeEvidence } from '../../../../electron/services/portfolio/put-evidence.ts';
import { rehearseSheet } from '../../../../electron/services/sign-off/rehearse-sheet.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { edit, register, sign, submission } from '../../../support/desk.ts';
import {
  added,
  CRITERIA_UNIT,
  criteriaPack,
  criteriaSheet,
  judge,
  judgeAll,
  link,
  portfolio,
  portfolioOf,
  proveAll,
  put,
  report,
} from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const lastSigned = (workspace: Workspace, sheet: SheetId) =>
  parseSignedSheet(present(revisionsOf(workspace.db, sheet).at(-1)).content);
/** What blocks signing. */
const codes = (workspace: Workspace, view: SheetView) =>
  errorsOf(workspace, view).map((one) => ('criterion' in one ? `${one.code} ${one.criterion}` : one.code));
const errorsOf = (workspace: Workspace, view: SheetView) =>
  answer(rehearseSheet(workspace, view.sheet)).findings.filter((one) => one.severity === 'error');
const entryOf = (view: SheetView, criterion: string) =>
  view.sections.flatMap((one) => one.criteria).find((one) => one.criterion === criterion);
const standing = (workspace: Workspace, view: SheetView, criterion: string) =>
  portfolio(workspace, portfolioOf(view.learner.id)).criteria.find(
    (one) => one.unit === CRITERIA_UNIT && one.criterion === criterion,
  );

/** A sheet on which all but these criteria are achieved on E1; E2 is held against 1.1 too. */
async function judged(...notYet: readonly string[]) {
  const { now, clock } = await temporaryWorkspace();
  const workspace = now();
  const learner = register(workspace);
  const view = await criteriaSheet(workspace, learner);
  const of = portfolioOf(learner.id);
  const first = proveAll(workspace, view);
  const second = added(workspace, of, report({ title: 'Minutes' }));
  answer(link(workspace, of, second.id, ['1.1'], { place: 'item 4' }));
  judgeAll(workspace, view, (id) => (notYet.includes(id) ? 'not-yet' : 'achieved'));
  return { workspace, clock, learner, view, of, first, second };
}

async function signed(...notYet: readonly string[]) {
  const made = await judged(...notYet);
  const view = answer(await sign(made.workspace, made.view));
  return { ...made, view };
}

const reopen = (workspace: Workspace, { sheet, revision }: SheetView) =>
  answer(reopenSheet(workspace, { sheet, revision, reason: 'A wrong judgement.' }));

/** The sheet of the next attempt after a referral. */
async function nextAttempt(workspace: Workspace, { learner }: SheetView): Promise<SheetView> {
  const asked = submission(workspace, learner.id, { pack: criteriaPack().digest, assessment: CRITERIA_UNIT });
  return answer(openSheet(workspace, answer(await takeIn(workspace, asked)).attempt.id));
}

describe('a signed sheet of criteria', () => {
  it('holds what each criterion points at and every piece of it, by number', async () => {
    const { workspace, view, first, second } = await signed('ac2.1');
    const sheet = lastSigned(workspace, view.sheet);
    expect(sheet.evidence).toEqual([first, second]);
    const of = (criterion: string) =>
      sheet.sections.flatMap((one) => one.criteria).find((one) => one.criterion === criterion);
    expect(of('ac1.1')?.evidence).toEqual([
      { evidence: first.id, place: '' },
      { evidence: second.id, place: 'item 4' },
    ]);
    expect(of('ac1.1')?.judged).toMatchObject([{ met: 'achieved', attempt: 1, evidence: [1, 2] }]);
    expect(of('ac2.1')).toMatchObject({ met: 'not-yet', evidence: [{ evidence: first.id }] });
  });

  it('is not signed while what proved a criterion is gone, and says which', async () => {
    const { workspace, view, of, first, second } = await judged();
    expect(codes(workspace, view)).toEqual([]);
    answer(link(workspace, of, first.id, ['1.1', '1.2'], { linked: false }));
    expect(codes(workspace, view)).toEqual(['judged-on-other-evidence ac1.1', 'achieved-without-evidence ac1.2']);
    answer(removeEvidence(workspace, { ...of, evidence: second.id }));
    expect(codes(workspace, view)).toEqual(['achieved-without-evidence ac1.1', 'achieved-without-evidence ac1.2']);
    expect(refusal(await sign(workspace, view))).toEqual({ code: 'sign-off-blocked', findings: 2 });
  });

  it('is not signed on other evidence than its judgements were made on, until they are made again on it', async () => {
    const { workspace, view, of, first, second, clock } = await judged('ac2.1');
    answer(link(workspace, of, second.id, ['1.2', '2.1']));
    answer(link(workspace, of, first.id, ['1.2'], { linked: false }));
    expect(errorsOf(workspace, view)).toMatchObject([
      { code: 'judged-on-other-evidence', section: 'lo1', criterion: 'ac1.2', judgedOn: [1], now: [2] },
      { code: 'judged-on-other-evidence', section: 'lo2', criterion: 'ac2.1', judgedOn: [1], now: [1, 2] },
    ]);
    expect(refusal(await sign(workspace, view))).toEqual({ code: 'sign-off-blocked', findings: 2 });
    clock.advance(60_000);
    answer(judge(workspace, view, 'ac1.2', 'achieved'));
    answer(link(workspace, of, second.id, ['2.1'], { linked: false }));
    expect(codes(workspace, view)).toEqual([]);
    answer(await sign(workspace, view));
    const entry = lastSigned(workspace, view.sheet)
      .sections.flatMap((one) => one.criteria)
      .find((one) => one.criterion === 'ac1.2');
    expect(entry).toMatchObject({ met: 'achieved', evidence: [{ evidence: second.id }] });
    expect(entry?.judged?.map((one) => [one.met, one.evidence])).toEqual([
      ['achieved', [1]],
      ['achieved', [2]],
    ]);
  });

  it('warns of judgements without words and of evidence dated after today, to be acknowledged', async () => {
    const { workspace, view, of } = await judged('ac2.1');
    const record = {
      form: 'observation',
      date: '2026-11-23' as CivilDate,
      place: '',
      observer: 'Asha',
      notes: '',
    } as const;
    const { id } = added(workspace, of, report({ kind: { code: 'observable-performance' }, record }));
    answer(link(workspace, of, id, ['2.1']));
    answer(judge(workspace, view, 'ac2.1', 'not-yet'));
    for (const { id: section, criteria } of view.assessment.scheme.sections.slice(1)) {
      for (const { id: criterion } of criteria.filter((one) => one.id !== 'ac2.1')) {
        answer(edit(workspace, view, { kind: 'judgement', section, criterion, text: 'Seen.' }));
      }
    }
    const all = present(view.assessment.scheme.sections[0]).criteria.map((one) => one.id);
    const { findings } = answer(rehearseSheet(workspace, view.sheet));
    expect(findings).toEqual([
      { code: 'evidence-after-today', severity: 'warning', number: 3, date: '2026-11-23' },
      { code: 'no-judgement', severity: 'warning', section: 'lo1', criteria: all },
      { code: 'no-judgement', severity: 'warning', section: 'lo2', criteria: ['ac2.1'] },
    ]);
    answer(await sign(workspace, view));
    expect(lastSigned(workspace, view.sheet).acknowledged).toEqual([
      { code: 'evidence-after-today', section: null },
      { code: 'no-judgement', section: 'lo1' },
      { code: 'no-judgement', section: 'lo2' },
    ]);
  });

  it('is not signed while its judgements or its evidence hold what no font prints, and says where', async () => {
    const { workspace, view, of, second } = await judged();
    answer(put(workspace, of, report({ evidence: second.id, title: 'Minutes 漢' })));
    answer(link(workspace, of, second.id, ['1.1'], { place: 'item 字' }));
    answer(edit(workspace, view, { kind: 'judgement', section: 'lo2', criterion: 'ac2.1', text: 'Good 語' }));
    expect(errorsOf(workspace, view)).toMatchObject([
      { code: 'missing-characters', place: 'Places in the evidence', section: 'lo1', characters: ['字'] },
      { code: 'missing-characters', place: 'Judgements', section: 'lo2', characters: ['語'] },
      { code: 'missing-characters', place: 'Evidence E2', section: null, characters: ['漢'] },
    ]);
  });
});

describe('what a signed sheet is built on', () => {
  it('stays as it was signed until the sheet is opened again', async () => {
    const { workspace, view, of, first, second } = await signed('ac2.1');
    expect(standing(workspace, view, '1.1')).toMatchObject({ met: 'achieved', locked: true });
    expect(standing(workspace, view, '2.1')).toMatchObject({ met: 'not-yet', locked: false });
    expect(portfolio(workspace, of).items.map((item) => item.lock?.criterion)).toEqual(['1.1', '1.1']);
    const locked = { code: 'criterion-locked', unit: 'M&L 51', criterion: '1.1' };
    expect(refusal(link(workspace, of, second.id, ['1.1'], { linked: false }))).toEqual(locked);
    expect(refusal(link(workspace, of, second.id, ['1.1'], { place: 'item 5' }))).toEqual(locked);
    expect(refusal(link(workspace, of, added(workspace, of).id, ['2.1', '1.1']))).toEqual(locked);
    const held = { code: 'evidence-locked', number: 2, unit: 'M&L 51', criterion: '1.1' };
    expect(refusal(put(workspace, of, report({ evidence: second.id })))).toEqual(held);
    expect(refusal(removeEvidence(workspace, { ...of, evidence: second.id }))).toEqual(held);
    answer(link(workspace, of, first.id, ['2.1'], { linked: false }));
    answer(link(workspace, of, second.id, ['2.1']));
    answer(link(workspace, of, second.id, ['1.1']));

    reopen(workspace, view);
    expect(portfolio(workspace, of).items.map((item) => item.lock)).toEqual([null, null, null]);
    answer(put(workspace, of, report({ evidence: second.id, title: 'Minutes of March' })));
    answer(link(workspace, of, second.id, ['1.1'], { linked: false }));
  });

  it('tells in a comparison what changed of judgements, of evidence and of what it points at', async () => {
    const { workspace, clock, view, of, first, second } = await signed();
    const again = reopen(workspace, view);
    clock.advance(60_000);
    answer(put(workspace, of, report({ evidence: second.id, title: 'Minutes of March' })));
    answer(link(workspace, of, second.id, ['1.1'], { place: 'item 5' }));
    answer(link(workspace, of, first.id, ['1.2'], { linked: false }));
    answer(judge(workspace, again, 'ac1.2', 'not-yet'));
    answer(edit(workspace, again, { kind: 'judgement', section: 'lo1', criterion: 'ac1.2', text: 'No costs.' }));
    const { changes } = answer(compareRevisions(workspace, { sheet: view.sheet, from: 1, to: 2 }));
    const told = changes.map(({ field, criterion, before, after }) => [field, criterion, before, after]);
    const report2 =
      'physical products of work (such as reports, plans, correspondence etc); Report to the board; Shared drive, Q3';
    expect(told).toEqual([
      ['evidence', 'ac1.1', 'E1; E2 (item 4)', 'E1; E2 (item 5)'],
      ['criterion-met', 'ac1.2', 'achieved', 'not-yet'],
      ['judgement', 'ac1.2', '', 'No costs.'],
      ['judged', 'ac1.2', expect.stringMatching(/^achieved.*on E1$/), expect.stringMatching(/^achieved.*; not yet.*$/)],
      ['evidence', 'ac1.2', 'E1', ''],
      ['evidence', null, `E2 Minutes; ${report2}`, `E2 Minutes of March; ${report2}`],
      ['outcome', null, 'pass', 'referral'],
      ['referred', null, '', 'lo1'],
    ]);
  });

  it('never changes a step of the trail that was signed', async () => {
    const { workspace, view } = await signed();
    const again = reopen(workspace, view);
    answer(judge(workspace, again, 'ac1.1', 'not-yet'));
    const entry = entryOf(answer(viewSheet(workspace, view.sheet)), 'ac1.1');
    expect(entry?.judged?.map((one) => one.met)).toEqual(['achieved', 'not-yet']);
  });
});

describe('the attempt after a referral', () => {
  it('keeps what was achieved, opens what was not, and carries whole what was not referred', async () => {
    const { workspace, view, first, second } = await signed('ac1.2');
    const next = await nextAttempt(workspace, view);
    const carried = { sheet: view.sheet, attempt: 1, revision: 1, digest: view.signed[0]?.digest };
    expect(next.sections.map((one) => one.carried)).toEqual([null, carried, carried]);
    expect(entryOf(next, 'ac1.1')).toMatchObject({
      met: 'achieved',
      carried,
      evidence: [{ evidence: first.id }, { evidence: second.id }],
      judged: [{ attempt: 1, evidence: [1, 2] }],
    });
    expect(entryOf(next, 'ac1.2')).toEqual({
      criterion: 'ac1.2',
      mark: null,
      met: null,
      seen: [],
      judged: [expect.objectContaining({ met: 'not-yet', attempt: 1 })],
    });
    expect(next.sections[0]).toMatchObject({ strengths: '', improvements: '' });
    expect(next.decision).toEqual({ outcome: 'incomplete', total: null, unmarked: ['lo1'] });
  });

  it('is signed with the evidence of both, and locks it', async () => {
    const { workspace, view, of, clock, first, second } = await signed('ac1.2');
    const next = await nextAttempt(workspace, view);
    clock.advance(24 * 3_600_000);
    const third = added(workspace, of, report({ title: 'Costs' }));
    answer(link(workspace, of, third.id, ['1.2']));
    answer(judge(workspace, next, 'ac1.2', 'achieved'));
    answer(edit(workspace, next, { kind: 'strengths', section: 'lo1', text: 'Costed.' }));
    expect(codes(workspace, next)).toEqual([]);
    answer(await sign(workspace, next));
    const sheet = lastSigned(workspace, next.sheet);
    expect(sheet).toMatchObject({ evidence: [first, second, third], decision: { outcome: 'pass' } });
    const entry = sheet.sections.flatMap((one) => one.criteria).find((one) => one.criterion === 'ac1.2');
    expect(entry?.judged?.map((one) => [one.attempt, one.met, one.evidence])).toEqual([
      [1, 'not-yet', [1]],
      [2, 'achieved', [1, 3]],
    ]);
    expect(refusal(removeEvidence(workspace, { ...of, evidence: third.id })).code).toBe('evidence-locked');
  });

  it('counts what was carried as its own from the first change on', async () => {
    const { workspace, view } = await signed('ac1.2');
    const next = await nextAttempt(workspace, view);
    answer(judge(workspace, next, 'ac1.1', 'not-yet'));
    answer(edit(workspace, next, { kind: 'judgement', section: 'lo1', criterion: 'ac1.3', text: 'Seen again.' }));
    const after = answer(viewSheet(workspace, next.sheet));
    for (const [criterion, met] of [
      ['ac1.1', 'not-yet'],
      ['ac1.3', 'achieved'],
    ] as const) {
      const entry = present(entryOf(after, criterion));
      expect(entry.met).toBe(met);
      expect([entry.carried, entry.evidence]).toEqual([undefined, undefined]);
      expect(entry.judged?.map((one) => [one.attempt, one.met])).toEqual([
        [1, 'achieved'],
        [2, met],
      ]);
    }
    expect(entryOf(after, 'ac1.4')?.carried).toBeDefined();
  });

  it('takes new evidence for what the latest attempt says is not yet achieved, whatever an earlier one said', async () => {
    const { workspace, view, of } = await signed('ac1.2');
    const second = await nextAttempt(workspace, view);
    answer(judge(workspace, second, 'ac1.1', 'not-yet'));
    answer(judge(workspace, second, 'ac1.2', 'not-yet'));
    answer(edit(workspace, second, { kind: 'improvements', section: 'lo1', text: 'Authorship is in doubt.' }));
    answer(await sign(workspace, second));
    expect(standing(workspace, view, '1.1')).toEqual(expect.objectContaining({ met: 'not-yet', locked: false }));
    const third = await nextAttempt(workspace, view);
    const item = added(workspace, of, report({ title: 'New work' }));
    answer(link(workspace, of, item.id, ['1.1', '1.2']));
    answer(judge(workspace, third, 'ac1.1', 'achieved'));
    expect(entryOf(answer(viewSheet(workspace, third.sheet)), 'ac1.1')?.judged?.at(-1)?.evidence).toContain(
      item.number,
    );
    expect(refusal(link(workspace, of, item.id, ['2.1'])).code).toBe('criterion-locked');
  });

  it('holds the evidence of what it carries while the sheet before is open, and says that it no longer stands', async () => {
    const { workspace, view, of, second } = await signed('ac1.2');
    const next = await nextAttempt(workspace, view);
    const again = reopen(workspace, view);
    expect(refusal(link(workspace, of, second.id, ['1.1'], { linked: false })).code).toBe('criterion-locked');
    expect(codes(workspace, next)).toEqual(
      expect.arrayContaining(['criterion-carried-from-reopened ac1.1', 'carried-from-reopened']),
    );
    answer(await sign(workspace, again));
    expect(codes(workspace, next)).toContain('criterion-carried-from-superseded ac1.1');
    answer(judge(workspace, next, 'ac1.1', 'achieved'));
    expect(codes(workspace, next)).not.toContain('criterion-carried-from-superseded ac1.1');
  });

  it('judges a carried section that is opened on what is held now', async () => {
    const { workspace, view, of, first } = await signed('ac1.2');
    const next = await nextAttempt(workspace, view);
    const changed = added(workspace, of, report({ title: 'The changed work' }));
    expect(refusal(link(workspace, of, changed.id, ['2.1'])).code).toBe('criterion-locked');
    const target = { sheet: next.sheet, revision: 1, section: 'lo2', reason: 'The work was changed.' };
    const opened = answer(openSection(workspace, target));
    expect(opened.sections[1]?.carried).toBeNull();
    expect(entryOf(opened, 'ac2.1')).toMatchObject({ met: 'achieved', judged: [{ attempt: 1 }] });
    expect(entryOf(opened, 'ac2.1')?.evidence).toBeUndefined();
    expect(standing(workspace, view, '2.1')).toMatchObject({ met: 'achieved', locked: false });
    answer(link(workspace, of, changed.id, ['2.1']));
    // The sheet before was signed on it as it is.
    answer(link(workspace, of, first.id, ['2.1'], { linked: false }));
    expect(refusal(put(workspace, of, report({ evidence: first.id, title: 'Otherwise' }))).code).toBe(
      'evidence-locked',
    );
    answer(link(workspace, of, first.id, ['2.1']));
    judgeAll(workspace, opened, () => 'achieved');
    answer(await sign(workspace, opened));
    const entry = lastSigned(workspace, next.sheet).sections[1]?.criteria[0];
    expect(entry).toMatchObject({
      judged: [{ attempt: 1 }, { attempt: 2 }],
      evidence: [{ evidence: first.id }, { evidence: changed.id }],
    });
    expect(standing(workspace, view, '2.1')).toMatchObject({ locked: true });
  });
});
