import { describe, expect, it } from 'vitest';
import { readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { carryAgain, openSection } from '../../../../electron/services/marking/carried-sections.ts';
import { compareRevisions } from '../../../../electron/services/marking/compare-revisions.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { viewSheet } from '../../../../electron/services/marking/sheet-view.ts';
import { rehearseSheet } from '../../../../electron/services/sign-off/rehearse-sheet.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { listAttempts } from '../../../../electron/services/submissions/queue.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { readFile } from '../../../../electron/vault/vault.ts';
import type { AttemptRow, SheetView } from '../../../../shared/api/contract.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { edit, markSections, PASSING, REFERRED, sign, signedSheet, submission } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const REASON = 'A mark was entered in the wrong section.';
const reopen = (workspace: Workspace, view: SheetView) =>
  reopenSheet(workspace, { sheet: view.sheet, revision: view.revision, reason: REASON });

/** Two attempts that came on one day stand in the queue in either order. */
const byNumber = (one: AttemptRow, other: AttemptRow) => one.number - other.number;

async function secondAttempt(workspace: Workspace, first: SheetView): Promise<SheetView> {
  const taken = answer(await takeIn(workspace, submission(workspace, first.learner.id)));
  return answer(openSheet(workspace, taken.attempt.id));
}

describe('a signed sheet that is reopened', () => {
  it('becomes revision 2 with everything on it, and keeps the file and signature of revision 1', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), PASSING);
    const before = present(revisionsOf(now().db, first.sheet)[0]);
    const bytes = await readFile(now().vault, before.files.pdf.sha256);
    const view = answer(reopen(now(), first));
    expect(view).toMatchObject({ state: 'draft', revision: 2, sections: first.sections, signed: first.signed });
    expect(view.reopened).toEqual({ reason: REASON, supersedes: 1 });
    answer(edit(now(), view, { kind: 'mark', section: 's1', typed: '8' }));
    const signed = answer(await sign(now(), view));
    expect(signed.signed.map((one) => one.revision)).toEqual([1, 2]);
    expect(revisionsOf(now().db, first.sheet)[0]).toEqual(before);
    expect(await readFile(now().vault, before.files.pdf.sha256)).toEqual(bytes);
    const second = parseSignedSheet(present(revisionsOf(now().db, first.sheet)[1]).content);
    expect(second.supersedes).toEqual({ revision: 1, digest: before.digest, reason: REASON });
    const { events, payloads } = readChain(now().db);
    expect(events.map((one) => one.kind)).toContain('sheet-reopened');
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
  });

  it('is refused while it is a draft, at another revision, and where there is none', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), PASSING);
    const view = answer(reopen(now(), first));
    expect(refusal(reopen(now(), view))).toEqual({ code: 'sheet-not-signed' });
    expect(refusal(reopen(now(), first))).toEqual({ code: 'sheet-moved-on', revision: 2 });
    const unknown = { ...first, sheet: first.attempt.id as never };
    expect(refusal(reopen(now(), unknown))).toEqual({ code: 'sheet-unknown' });
  });

  it('takes no late edit of the revision before', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), PASSING);
    answer(reopen(now(), first));
    expect(refusal(edit(now(), first, { kind: 'mark', section: 's1', typed: '1' }))).toEqual({
      code: 'sheet-moved-on',
      revision: 2,
    });
  });
});

describe('two revisions compared', () => {
  it('differ in exactly the fields that were changed, the draft counting as it stands', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), PASSING);
    const view = answer(reopen(now(), first));
    const compare = () => answer(compareRevisions(now(), { sheet: view.sheet, from: 1, to: 2 }));
    expect(compare().changes).toEqual([]);
    answer(edit(now(), view, { kind: 'mark', section: 's1', typed: '4' }));
    answer(edit(now(), view, { kind: 'strengths', section: 's3', text: 'Clearer.' }));
    const changes = [
      { field: 'mark', section: 's1', criterion: null, before: '7', after: '4' },
      { field: 'strengths', section: 's3', criterion: null, before: 'Strengths of s3.', after: 'Clearer.' },
      { field: 'total', section: null, criterion: null, before: '67', after: '64' },
      { field: 'outcome', section: null, criterion: null, before: 'pass', after: 'referral' },
      { field: 'referred', section: null, criterion: null, before: '', after: 's1' },
    ];
    expect(compare()).toMatchObject({ from: { digest: first.signed[0]?.digest }, to: { digest: null }, changes });
    const signed = answer(await sign(now(), view));
    expect(compare()).toMatchObject({ to: { digest: signed.signed[1]?.digest }, changes });
    expect(refusal(compareRevisions(now(), { sheet: view.sheet, from: 1, to: 3 }))).toEqual({
      code: 'revision-unknown',
      revision: 3,
    });
  });
});

describe('a later attempt whose sections were carried from a sheet that is reopened', () => {
  it('is flagged, cannot be signed meanwhile, and takes the section from the new revision', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const second = await secondAttempt(now(), first);
    markSections(now(), second, PASSING);
    const stale = () => answer(viewSheet(now(), second.sheet)).stale;
    const flagged = () =>
      listAttempts(now(), {})
        .rows.toSorted(byNumber)
        .map((row) => [row.number, row.stale]);
    expect(stale()).toEqual([]);
    expect(flagged()).toEqual([
      [1, false],
      [2, false],
    ]);
    const again = answer(reopen(now(), first));
    expect(stale().map((one) => [one.section, one.now.state])).toEqual([
      ['s2', 'reopened'],
      ['s4', 'reopened'],
    ]);
    expect(flagged()).toContainEqual([2, true]);
    expect(refusal(await sign(now(), second))).toEqual({ code: 'sign-off-blocked', findings: 2 });
    const target = { sheet: second.sheet, revision: 1, section: 's2' };
    expect(refusal(carryAgain(now(), target))).toEqual({ code: 'section-not-stale', section: 's2' });

    answer(edit(now(), again, { kind: 'mark', section: 's2', typed: '25' }));
    const resigned = answer(await sign(now(), again));
    expect(stale()[0]?.now).toEqual({ state: 'superseded', revision: 2 });
    const { findings } = answer(rehearseSheet(now(), second.sheet));
    expect(findings.filter((one) => one.severity === 'error').map((one) => one.code)).toEqual([
      'carried-from-superseded',
      'carried-from-superseded',
    ]);
    const carried = answer(carryAgain(now(), target)).sections[1];
    expect(carried).toMatchObject({ mark: 25, carried: { revision: 2, digest: resigned.signed[1]?.digest } });
    answer(carryAgain(now(), { ...target, section: 's4' }));
    expect(stale()).toEqual([]);
    expect(flagged()).toContainEqual([2, false]);
    expect(answer(await sign(now(), second)).decision).toEqual({ outcome: 'pass', total: 7 + 25 + 22 + 18 });
  });

  it('opens a section that the new revision refers, with a reason that the chain keeps', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const second = await secondAttempt(now(), first);
    const again = answer(reopen(now(), first));
    answer(edit(now(), again, { kind: 'mark', section: 's2', typed: '3' }));
    answer(await sign(now(), again));
    const target = { sheet: second.sheet, revision: 1, section: 's2' };
    expect(refusal(carryAgain(now(), target))).toEqual({ code: 'section-not-stale', section: 's2' });
    const view = answer(openSection(now(), { ...target, reason: 'Referred in revision 2.' }));
    expect(view.sections[1]).toMatchObject({ carried: null, mark: 20 });
    answer(edit(now(), view, { kind: 'mark', section: 's2', typed: '16' }));
    expect(refusal(openSection(now(), { ...target, reason: 'Again.' }))).toEqual({
      code: 'section-not-carried',
      section: 's2',
    });
    const { events, payloads } = readChain(now().db);
    const act = present(events.find((one) => one.kind === 'section-reopened'));
    expect(payloads.get(act.id)?.payload).toMatchObject({ section: 's2', reason: 'Referred in revision 2.' });
  });

  it('leaves a signed later attempt as it was signed, flagged', async () => {
    const { now } = await temporaryWorkspace();
    const first = await signedSheet(now(), REFERRED);
    const second = await secondAttempt(now(), first);
    markSections(now(), second, PASSING);
    const signed = answer(await sign(now(), second));
    answer(reopen(now(), first));
    const view = answer(viewSheet(now(), second.sheet));
    expect(view).toMatchObject({ state: 'signed', sections: signed.sections, signed: signed.signed });
    expect(view.stale).toHaveLength(2);
    expect(refusal(openSection(now(), { sheet: second.sheet, revision: 1, section: 's2', reason: 'Late.' }))).toEqual({
      code: 'sheet-frozen',
    });
  });
});
