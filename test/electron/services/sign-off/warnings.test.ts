import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { editLearner } from '../../../../electron/services/learners/learners.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { rehearseSheet } from '../../../../electron/services/sign-off/rehearse-sheet.ts';
import { signBatch } from '../../../../electron/services/sign-off/sign-batch.ts';
import { signSheet } from '../../../../electron/services/sign-off/sign-sheet.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { editAttempt, returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import {
  edit,
  markSections,
  openedSheet,
  PASSING,
  REFERRED,
  register,
  sign,
  submission,
} from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

const FEEDBACK =
  'You weigh both options by the same four criteria. The costs are yours and dated, and what is left out is said to be left out.';

async function marked(workspace: Workspace, name: string, number: string, marks = PASSING): Promise<SheetView> {
  const view = await openedSheet(workspace, register(workspace, name, number));
  markSections(workspace, view, marks);
  return view;
}

const write = (workspace: Workspace, view: SheetView, section: string, text: string) =>
  answer(edit(workspace, view, { kind: 'strengths', section, text }));

const rehearsed = (workspace: Workspace, view: SheetView) => answer(rehearseSheet(workspace, view.sheet));
const codes = (workspace: Workspace, view: SheetView) => rehearsed(workspace, view).findings.map((one) => one.code);

function signing(workspace: Workspace, { sheet, revision }: SheetView, acknowledged?: string[]) {
  return signSheet(workspace, { sheet, revision, passphrase: PASSPHRASE, acknowledged });
}

const contentOf = (workspace: Workspace, view: SheetView) =>
  present(revisionsOf(workspace.db, view.sheet).at(-1)).content;

describe('the same feedback on two learners’ sheets', () => {
  it('is a warning on both, which names the other’s registration and attempt, however it is spaced and set', async () => {
    const { now } = await temporaryWorkspace();
    const one = await marked(now(), 'Rhys Jones', 'ABC123');
    const other = await marked(now(), 'Amira Okafor', 'ABC124');
    write(now(), one, 's2', FEEDBACK);
    write(now(), other, 's2', `- ${FEEDBACK.toUpperCase().replace('. ', '.\n- ')}`);
    const finding = { code: 'same-feedback', severity: 'warning', section: 's2', field: 'strengths', criterion: null };
    expect(rehearsed(now(), one).findings).toEqual([{ ...finding, registrationNumber: 'ABC124', attempt: 1 }]);
    expect(rehearsed(now(), other).findings).toEqual([{ ...finding, registrationNumber: 'ABC123', attempt: 1 }]);
    write(now(), other, 's2', `${FEEDBACK} Your own figures show it.`);
    expect(codes(now(), one)).toEqual([]);
  });

  it('is none where a sentence is shared, nor on the learner’s own next attempt', async () => {
    const { now } = await temporaryWorkspace();
    const one = await marked(now(), 'Rhys Jones', 'ABC123', REFERRED);
    await marked(now(), 'Amira Okafor', 'ABC124');
    expect(codes(now(), one)).toEqual([]);
    write(now(), one, 's1', FEEDBACK);
    answer(await sign(now(), one));
    const taken = answer(await takeIn(now(), submission(now(), one.learner.id, LATER)));
    const again = answer(openSheet(now(), taken.attempt.id));
    markSections(now(), again, PASSING);
    write(now(), again, 's1', FEEDBACK);
    expect(codes(now(), again)).toEqual([]);
  });
});

/** Dates of a second attempt that is in order: the clock of these tests stands at 22 November. */
const LATER = { dateReceived: '2026-11-22' as CivilDate, declarationDate: '2026-11-22' as CivilDate };

describe('another learner’s name', () => {
  it('is found as the learner is registered now', async () => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now(), 'Rhys Jones', 'ABC123');
    const other = register(now(), 'Amira Okafor', 'ABC124');
    write(now(), view, 's1', 'Well argued, Amira Okafor. Rhys Jones, you too.');
    expect(rehearsed(now(), view).findings).toMatchObject([
      { code: 'another-learners-name', section: 's1', words: 'Amira Okafor', registrationNumber: 'ABC124' },
    ]);
    answer(editLearner(now(), { learner: other.id, registrationNumber: 'ABC124', name: 'Amira Bielak' }));
    expect(codes(now(), view)).toEqual([]);
  });
});

describe('the dates of a second attempt', () => {
  it('are held against the first one’s signature', async () => {
    const { now } = await temporaryWorkspace();
    const first = await marked(now(), 'Rhys Jones', 'ABC123', REFERRED);
    answer(await sign(now(), first));
    const taken = answer(await takeIn(now(), submission(now(), first.learner.id)));
    const second = answer(openSheet(now(), taken.attempt.id));
    markSections(now(), second, PASSING);
    expect(rehearsed(now(), second).findings).toEqual([
      { code: 'received-before-earlier-signed', severity: 'warning', signed: '2026-11-22' },
      { code: 'declared-before-earlier-signed', severity: 'warning', signed: '2026-11-22' },
    ]);
    answer(editAttempt(now(), { attempt: second.attempt.id, standardisationRefused: false, ...LATER }));
    expect(codes(now(), second)).toEqual([]);
  });

  it('are held against the first one’s return', async () => {
    const { now } = await temporaryWorkspace();
    const first = await openedSheet(now());
    answer(returnAttempt(now(), { attempt: first.attempt.id, reason: 'Nothing of it can be opened.' }));
    const taken = answer(await takeIn(now(), submission(now(), first.learner.id)));
    const second = answer(openSheet(now(), taken.attempt.id));
    markSections(now(), second, PASSING);
    expect(codes(now(), second)).toEqual(['received-before-return']);
  });

  it('are held against a clock that went back since a revision was signed', async () => {
    const { now, clock } = await temporaryWorkspace();
    const view = await marked(now(), 'Rhys Jones', 'ABC123');
    answer(await sign(now(), view));
    const again = answer(reopenSheet(now(), { sheet: view.sheet, revision: 1, reason: 'A mark was wrong.' }));
    clock.advance(-2 * 86_400_000);
    expect(codes(now(), again)).toEqual(['today-before-signed']);
  });
});

describe('signing with warnings', () => {
  async function withWarnings() {
    const made = await temporaryWorkspace();
    const workspace = made.now();
    register(workspace, 'Amira Okafor', 'ABC124');
    const view = await marked(workspace, 'Rhys Jones', 'ABC123');
    write(workspace, view, 's1', 'Well argued, Amira Okafor.');
    write(workspace, view, 's3', 'Please resubmit.');
    return { workspace, view, warnings: [...rehearsed(workspace, view).warnings] };
  }

  it('is refused while one is not acknowledged, and changes nothing', async () => {
    const { workspace, view, warnings } = await withWarnings();
    expect(warnings).toEqual([
      'another-learners-name/s1/strengths/ABC124',
      'pass-speaks-of-referral/s3/strengths/resubmit',
    ]);
    const before = readChain(workspace.db).events.length;
    for (const [seen, left] of [
      [undefined, 2],
      [[], 2],
      [warnings.slice(0, 1), 1],
      [[...warnings.slice(0, 1), 'pass-speaks-of-referral/s3/strengths/fail'], 1],
    ] as const) {
      const refused = refusal(await signing(workspace, view, seen && [...seen]));
      expect(refused).toEqual({ code: 'warnings-unacknowledged', warnings: left });
    }
    expect(readChain(workspace.db).events.length).toBe(before);
    expect(revisionsOf(workspace.db, view.sheet)).toEqual([]);
  });

  it('records what was acknowledged in the sheet and in the chain, by code and place alone', async () => {
    const { workspace, view, warnings } = await withWarnings();
    answer(await signing(workspace, view, [...warnings, 'same-feedback/s1/strengths/ABC999/1']));
    const recorded = [
      { code: 'another-learners-name', section: 's1' },
      { code: 'pass-speaks-of-referral', section: 's3' },
    ];
    expect(parseSignedSheet(contentOf(workspace, view)).acknowledged).toEqual(recorded);
    expect(contentOf(workspace, view)).not.toContain('ABC124');
    const { events, payloads } = readChain(workspace.db);
    const begun = present(events.findLast((one) => one.kind === 'signing-begun'));
    expect(payloads.get(begun.id)?.payload).toMatchObject({ sheet: view.sheet, acknowledged: recorded });
  });

  it('leaves no trace on a sheet that has none', async () => {
    const { now } = await temporaryWorkspace();
    const view = await marked(now(), 'Rhys Jones', 'ABC123');
    answer(await signing(now(), view, ['same-feedback/s1/strengths/ABC999/1']));
    expect(Object.hasOwn(parseSignedSheet(contentOf(now(), view)), 'acknowledged')).toBe(false);
  });

  it('blocks on an error, whatever is acknowledged', async () => {
    const { workspace, view, warnings } = await withWarnings();
    write(workspace, view, 's2', 'Well done, {first name}.');
    expect(refusal(await signing(workspace, view, warnings))).toEqual({ code: 'sign-off-blocked', findings: 1 });
  });

  it('of a batch is asked for each sheet by itself', async () => {
    const { workspace, view, warnings } = await withWarnings();
    const other = await marked(workspace, 'Tomasz Bielak', 'ABC125');
    const calm = await marked(workspace, 'Ffion Prosser', 'ABC126');
    write(workspace, other, 's3', 'Please resubmit.');
    const [first, ...others] = [view, other, calm].map(({ sheet, revision }) => ({ sheet, revision }));
    const task = { report: () => undefined, cancelled: () => false };
    const made = answer(
      await signBatch(
        workspace,
        { sheets: [{ ...present(first), acknowledged: warnings }, ...others], passphrase: PASSPHRASE },
        task,
      ),
    );
    expect(made).toEqual({
      signed: [view.sheet, calm.sheet],
      refused: [{ sheet: other.sheet, error: { code: 'warnings-unacknowledged', warnings: 1 } }],
    });
  });
});
