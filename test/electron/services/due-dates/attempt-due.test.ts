import { describe, expect, it } from 'vitest';
import { putDueDateRules } from '../../../../electron/services/due-dates/due-date-rules.ts';
import { viewAttempt } from '../../../../electron/services/submissions/attempt-view.ts';
import { editAttempt, returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { learnerQueue, listAttempts } from '../../../../electron/services/submissions/queue.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { inputs } from '../../../../shared/api/inputs.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import {
  edit,
  openedSheet,
  PASSING,
  register,
  shippedPack,
  signedSheet,
  submission,
  submitted,
} from '../../../support/desk.ts';
import { answer } from '../../../support/result.ts';
import { addSyntheticPack, syntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const UNSET = { daysOff: [6, 7], closures: [], moveToWorkingDay: false, skipClosures: false, turnaround: [] };

function put(workspace: Workspace, change: object): void {
  answer(putDueDateRules(workspace, inputs['due-dates.put'].parse({ ...UNSET, ...change })));
}

/** The centre counts 20 days for the shipped pack's award, whose source sets none. */
function setOwn(workspace: Workspace, change: object = {}): void {
  put(workspace, { turnaround: [{ pack: shippedPack().code, qualification: 'award', days: 20 }], ...change });
}

const dueOf = (workspace: Workspace) =>
  Object.fromEntries(listAttempts(workspace, {}).rows.map((row) => [row.learnerName, row.due]));

describe('the due dates of the queue', () => {
  it('are none where neither source nor centre sets days', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    expect(listAttempts(now(), {}).rows.map((row) => row.due)).toEqual([null]);
    expect(answer(viewAttempt(now(), attempt.id)).due).toBeNull();
  });

  it('are for what is still to be done, not for what is signed or returned', async () => {
    const { now } = await temporaryWorkspace();
    await submitted(now(), register(now(), 'A Fresh'));
    const begun = await openedSheet(now(), register(now(), 'B Begun'));
    answer(edit(now(), begun, { kind: 'mark', section: 's1', typed: '5' }));
    await signedSheet(now(), PASSING, register(now(), 'C Signed'));
    const returned = await submitted(now(), register(now(), 'D Returned'));
    answer(returnAttempt(now(), { attempt: returned.attempt.id, reason: 'No declaration.' }));
    setOwn(now());
    expect(dueOf(now())).toEqual({
      'A Fresh': '2026-11-22',
      'B Begun': '2026-11-22',
      'C Signed': null,
      'D Returned': null,
    });
  });

  it('follow the source’s days of their own qualification and version of the pack', async () => {
    const { now } = await temporaryWorkspace();
    const { qualifications } = syntheticPack();
    const pack = await addSyntheticPack(now(), {
      qualifications: qualifications.map((one) => ({ ...one, turnaroundDays: one.code === 'award' ? 42 : 7 })),
    });
    const learner = register(now());
    const view = answer(await takeIn(now(), submission(now(), learner.id, { pack: pack.digest, assessment: 'forty' })));
    await submitted(now(), register(now(), 'Of the shipped pack'));
    expect(view.due).toEqual({ date: '2026-12-14', days: 42, by: 'source', skipped: 0, movedFrom: null });
    expect(dueOf(now())).toEqual({ [learner.name]: '2026-12-14', 'Of the shipped pack': null });
    put(now(), { turnaround: [{ pack: pack.code, qualification: 'award', days: 10 }] });
    expect(answer(viewAttempt(now(), view.attempt.id)).due).toMatchObject({ date: '2026-11-12', by: 'centre' });
    expect(dueOf(now())).toEqual({ [learner.name]: '2026-11-12', 'Of the shipped pack': null });
  });

  it('follow closures and days off at once, and explain themselves', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt, learner } = await submitted(now());
    setOwn(now(), { moveToWorkingDay: true });
    const moved = { date: '2026-11-20', days: 20, by: 'centre', skipped: 0, movedFrom: '2026-11-22' };
    expect(answer(viewAttempt(now(), attempt.id)).due).toEqual(moved);
    setOwn(now(), { skipClosures: true, closures: [{ from: '2026-11-09', to: '2026-11-13', title: 'Half term' }] });
    const later = { date: '2026-11-27', days: 20, by: 'centre', skipped: 5, movedFrom: null };
    expect(answer(viewAttempt(now(), attempt.id)).due).toEqual(later);
    expect(learnerQueue(now(), learner.id).map((row) => row.due)).toEqual(['2026-11-27']);
  });

  it('follow the date of receipt', async () => {
    const { now } = await temporaryWorkspace();
    const { attempt } = await submitted(now());
    setOwn(now());
    const dateReceived = '2026-11-05' as CivilDate;
    const facts = { declarationDate: attempt.declarationDate, standardisationRefused: false };
    const edited = answer(editAttempt(now(), { attempt: attempt.id, dateReceived, ...facts }));
    expect(edited.due?.date).toBe('2026-11-25');
  });
});
