import { describe, expect, it } from 'vitest';
import { auditHead, readChain } from '../../../../electron/db/stores/audit-store.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { viewAttempt } from '../../../../electron/services/submissions/attempt-view.ts';
import { editAttempt, returnAttempt, withdrawReturn } from '../../../../electron/services/submissions/edit-attempt.ts';
import { addFiles, takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { AttemptId } from '../../../../shared/model/ids.ts';
import type { Learner } from '../../../../shared/model/learner.ts';
import {
  edit,
  openedSheet,
  PASSING,
  REFERRED,
  register,
  sign,
  signedSheet,
  submission,
  submitted,
} from '../../../support/desk.ts';
import { bringIn } from '../../../support/incoming.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const again = (workspace: Workspace, learner: Learner) => takeIn(workspace, submission(workspace, learner.id));
const reason = 'The declaration names another learner.';

describe('a second attempt', () => {
  it('is not due while the first is to be marked, or being marked', async () => {
    const { now } = await temporaryWorkspace();
    const view = await submitted(now());
    const notDue = { code: 'attempt-not-due', reason: 'previous-unsigned' };
    expect(refusal(await again(now(), view.learner))).toEqual(notDue);
    const sheet = answer(openSheet(now(), view.attempt.id));
    answer(edit(now(), sheet, { kind: 'mark', section: 's1', typed: '4' }));
    expect(refusal(await again(now(), view.learner))).toEqual(notDue);
  });

  it('is never due after a pass', async () => {
    const { now } = await temporaryWorkspace();
    const { learner } = await signedSheet(now(), PASSING);
    expect(refusal(await again(now(), learner))).toEqual({ code: 'attempt-not-due', reason: 'previous-passed' });
  });

  it('is due after a signed referral, and follows it', async () => {
    const { now } = await temporaryWorkspace();
    const { learner, attempt } = await signedSheet(now(), REFERRED);
    const view = answer(await again(now(), learner));
    expect(view.attempt).toMatchObject({ number: 2, previous: attempt.id });
    expect(view.attempts.map(({ number, state }) => [number, state])).toEqual([
      [1, 'signed'],
      [2, 'to-mark'],
    ]);
  });

  it('is due once where two are taken in at the same time', async () => {
    const { now } = await temporaryWorkspace();
    const { learner } = await signedSheet(now(), REFERRED);
    const both = await Promise.all([again(now(), learner), again(now(), learner)]);
    expect(both.map((one) => (one.ok ? one.value.attempt.number : one.error.code)).sort()).toEqual([
      2,
      'attempt-not-due',
    ]);
  });

  it('at another assessment is a first one', async () => {
    const { now } = await temporaryWorkspace();
    const { learner } = await submitted(now());
    const other = submission(now(), learner.id, { assessment: 'award-604' });
    expect(answer(await takeIn(now(), other)).attempt.number).toBe(1);
  });
});

describe('a Return', () => {
  it('is a state of its own, with reason and date, and no referral', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    const view = answer(returnAttempt(now(), { attempt: attempt.id, reason }));
    expect(view).toMatchObject({ state: 'returned', attempt: { returned: { reason, date: '2026-11-22' } } });
    expect(view.sheet).toBeNull();
  });

  it('keeps the work from being opened, marked, signed or added to until it is withdrawn', async () => {
    const { now } = await temporaryWorkspace();
    const unopened = await submitted(now());
    answer(returnAttempt(now(), { attempt: unopened.attempt.id, reason }));
    expect(refusal(openSheet(now(), unopened.attempt.id))).toEqual({ code: 'attempt-returned' });
    const sheet = await openedSheet(now());
    answer(returnAttempt(now(), { attempt: sheet.attempt.id, reason }));
    expect(refusal(edit(now(), sheet, { kind: 'mark', section: 's1', typed: '5' }))).toEqual({
      code: 'attempt-returned',
    });
    expect(refusal(await sign(now(), sheet)).code).toBe('sign-off-blocked');
    const files = [bringIn(now(), 'more.txt', 'more')];
    expect(refusal(await addFiles(now(), { attempt: sheet.attempt.id, files }))).toEqual({ code: 'attempt-returned' });
    expect(answer(withdrawReturn(now(), sheet.attempt.id)).state).toBe('to-mark');
    answer(edit(now(), sheet, { kind: 'mark', section: 's1', typed: '5' }));
  });

  it('keeps what was marked before for when it is withdrawn', async () => {
    const { now } = await temporaryWorkspace();
    const sheet = await openedSheet(now());
    answer(edit(now(), sheet, { kind: 'strengths', section: 's1', text: 'Clear.' }));
    answer(returnAttempt(now(), { attempt: sheet.attempt.id, reason }));
    expect(answer(withdrawReturn(now(), sheet.attempt.id)).state).toBe('in-progress');
    expect(answer(openSheet(now(), sheet.attempt.id)).sections[0]).toMatchObject({ strengths: 'Clear.' });
  });

  it('is made once, and both it and its withdrawal stay in the chain with the reason', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    answer(returnAttempt(now(), { attempt: attempt.id, reason }));
    expect(refusal(returnAttempt(now(), { attempt: attempt.id, reason: 'Again' }))).toEqual({
      code: 'attempt-returned',
    });
    answer(withdrawReturn(now(), attempt.id));
    const { events, payloads } = readChain(now().db);
    expect(events.slice(-2).map((event) => event.kind)).toEqual(['attempt-returned', 'return-withdrawn']);
    expect(JSON.stringify([...payloads])).toContain(reason);
  });

  it('is withdrawn without an act where there is none', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    const head = auditHead(now().db);
    expect(answer(withdrawReturn(now(), attempt.id)).state).toBe('to-mark');
    expect(auditHead(now().db)).toEqual(head);
  });

  it('makes the next attempt due, and cannot be withdrawn once that one has come', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt, learner } = await submitted(now());
    answer(returnAttempt(now(), { attempt: attempt.id, reason }));
    expect(answer(await again(now(), learner)).attempt).toMatchObject({ number: 2, previous: attempt.id });
    expect(refusal(withdrawReturn(now(), attempt.id))).toEqual({ code: 'attempt-exists', number: 2 });
    expect(answer(viewAttempt(now(), attempt.id)).state).toBe('returned');
  });
});

describe('the facts of an attempt', () => {
  const facts = {
    dateReceived: '2026-11-05' as CivilDate,
    declarationDate: '2026-11-04' as CivilDate,
    standardisationRefused: true,
  };

  it('can be changed until the sheet is signed, each change an act', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await openedSheet(now());
    expect(answer(editAttempt(now(), { attempt: attempt.id, ...facts })).attempt).toMatchObject(facts);
    expect(readChain(now().db).events.at(-1)?.kind).toBe('attempt-edited');
  });

  it('stay as they were signed', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await signedSheet(now());
    const before = answer(viewAttempt(now(), attempt.id));
    const signed = { code: 'attempt-signed' };
    expect(refusal(editAttempt(now(), { attempt: attempt.id, ...facts }))).toEqual(signed);
    expect(refusal(returnAttempt(now(), { attempt: attempt.id, reason }))).toEqual(signed);
    expect(refusal(withdrawReturn(now(), attempt.id))).toEqual(signed);
    const files = [bringIn(now(), 'more.txt', 'more')];
    expect(refusal(await addFiles(now(), { attempt: attempt.id, files }))).toEqual(signed);
    expect(answer(viewAttempt(now(), attempt.id))).toEqual(before);
  });

  it('of an attempt that is not there cannot be changed', async () => {
    const { now } = await temporaryWorkspace();
    const attempt = crypto.randomUUID() as AttemptId;
    const unknown = { code: 'attempt-unknown' };
    expect(refusal(editAttempt(now(), { attempt, ...facts }))).toEqual(unknown);
    expect(refusal(returnAttempt(now(), { attempt, reason }))).toEqual(unknown);
    expect(refusal(withdrawReturn(now(), attempt))).toEqual(unknown);
    expect(refusal(viewAttempt(now(), attempt))).toEqual(unknown);
    expect(refusal(openSheet(now(), attempt))).toEqual(unknown);
  });
});

it('two learners with the same work stay two', async () => {
  const { now } = await temporaryWorkspace();
  const [one, two] = [await submitted(now(), register(now())), await submitted(now(), register(now()))];
  expect(one.attempt.scripts[0]?.sha256).toBe(two.attempt.scripts[0]?.sha256);
  expect(one.attempt.id).not.toBe(two.attempt.id);
  expect(one.attempt.learner).not.toBe(two.attempt.learner);
});
