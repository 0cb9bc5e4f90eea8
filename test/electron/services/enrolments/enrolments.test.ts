import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { hangsFromALearner, idsOfLearner } from '../../../../electron/db/stores/subject-store.ts';
import { viewEnrolments } from '../../../../electron/services/enrolments/enrolment-view.ts';
import { putEnrolment, withdrawEnrolment } from '../../../../electron/services/enrolments/put-enrolment.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { reopenSheet } from '../../../../electron/services/marking/reopen-sheet.ts';
import { returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { EnrolmentView } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { EnrolmentId, LearnerId } from '../../../../shared/model/ids.ts';
import type { Learner } from '../../../../shared/model/learner.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import {
  markSections,
  PASSING,
  REFERRED,
  register,
  sign,
  signedSheet,
  submission,
  submitted,
} from '../../../support/desk.ts';
import { type Choice, choose, enrolmentOf, planned } from '../../../support/enrolling.ts';
import { added, CRITERIA_UNIT, criteriaSheet, judge, link, portfolioOf } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const DATE = '2026-10-01' as CivilDate;
const stateOf = (view: EnrolmentView, unit: string) => present(view.units.find((one) => one.code === unit)).state;
const conditionOf = (view: EnrolmentView['achieved'], id: string) =>
  present(view.conditions.find((one) => one.id === id));

async function enrolled(units: Choice = planned('A 602', 'B 603')): Promise<{
  readonly workspace: Workspace;
  readonly learner: Learner;
}> {
  const workspace = (await temporaryWorkspace()).now();
  const learner = register(workspace);
  answer(choose(workspace, learner.id, units));
  return { workspace, learner };
}

/** Every assessment that is integrated, signed with these marks. */
async function integrated(workspace: Workspace, learner: LearnerId): Promise<void> {
  const taken = answer(await takeIn(workspace, submission(workspace, learner, { assessment: 'award-602-604' })));
  const view = answer(openSheet(workspace, taken.attempt.id));
  markSections(
    workspace,
    view,
    view.assessment.scheme.sections.map((section) => section.available ?? 0),
  );
  answer(await sign(workspace, view));
}

describe('enrolling', () => {
  it('keeps the choice of units and judges it, with words and figures', async () => {
    const { workspace, learner } = await enrolled();
    const view = enrolmentOf(workspace, learner.id);
    expect(view).toMatchObject({ enrolledOn: '2026-11-22', chosen: planned('A 602', 'B 603') });
    expect(conditionOf(view.ifChosen, 'group-a-credits')).toMatchObject({
      status: 'open',
      sentence: expect.stringMatching(/^\d+ of 12 credits, \d+ to go$/),
    });
    expect(conditionOf(view.achieved, 'group-a-credits').sentence).toBe('0 of 12 credits, 12 to go');
    expect(conditionOf(view.ifChosen, 'no-unit-in-both-groups')).toMatchObject({ status: 'holds' });
    expect(view.achieved.credits).toBe(0);
    expect(view.ifChosen.credits).toBeGreaterThan(0);
  });

  it('records one act for each change, with what it did, and none where nothing changed', async () => {
    const { workspace, learner } = await enrolled();
    answer(choose(workspace, learner.id, planned('A 602', 'A 604')));
    const head = auditHead(workspace.db);
    answer(choose(workspace, learner.id, planned('A 604', 'A 602')));
    expect(auditHead(workspace.db)).toEqual(head);
    const { events, payloads } = readChain(workspace.db);
    expect(events.slice(-2).map((one) => one.kind)).toEqual(['learner-enrolled', 'enrolment-edited']);
    expect(payloads.get(present(events.at(-1)).id)?.payload).toMatchObject({
      learner: learner.id,
      qualification: 'diploma',
      dropped: planned('B 603'),
      chosen: planned('A 604'),
    });
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
    expect(answer(viewEnrolments(workspace, learner.id))).toHaveLength(1);
  });

  it('keeps several qualifications of a learner apart', async () => {
    const { workspace, learner } = await enrolled();
    answer(choose(workspace, learner.id, planned('mandatory 602', 'mandatory 604'), 'award'));
    const views = answer(viewEnrolments(workspace, learner.id));
    expect(views.map((one) => one.qualification.code).sort()).toEqual(['award', 'diploma']);
    expect(present(views.find((one) => one.qualification.code === 'award')).ifChosen.complete).toBe(true);
  });

  it('hangs from its learner, so that an extract about somebody else never tells of it', async () => {
    const { workspace, learner } = await enrolled();
    const { enrolment } = enrolmentOf(workspace, learner.id);
    expect(idsOfLearner(workspace.db, learner.id)).toContain(enrolment);
    expect(idsOfLearner(workspace.db, register(workspace).id)).not.toContain(enrolment);
    expect(hangsFromALearner(workspace.db, enrolment)).toBe(true);
  });

  it('withdraws, and keeps in the chain what was chosen', async () => {
    const { workspace, learner } = await enrolled();
    const { enrolment } = enrolmentOf(workspace, learner.id);
    expect(answer(withdrawEnrolment(workspace, { enrolment }))).toBeNull();
    expect(answer(viewEnrolments(workspace, learner.id))).toEqual([]);
    const { events, payloads } = readChain(workspace.db);
    expect(payloads.get(present(events.at(-1)).id)?.payload).toMatchObject({ dropped: planned('A 602', 'B 603') });
    expect(refusal(withdrawEnrolment(workspace, { enrolment })).code).toBe('enrolment-unknown');
  });
});

describe('what is refused leaves choice and chain as they were', () => {
  it.each<{ readonly what: string; readonly units: Choice; readonly error: object }>([
    {
      what: 'a unit in both groups',
      units: planned('A 602', 'B 602'),
      error: { code: 'unit-twice', unit: '8316-602' },
    },
    {
      what: 'a unit twice in a group',
      units: planned('A 602', 'A 602'),
      error: { code: 'unit-twice', unit: '8316-602' },
    },
    {
      what: 'a unit in a group that has it not',
      units: planned('A 701'),
      error: { code: 'unit-not-in-group', unit: '8316-701', group: 'A' },
    },
    { what: 'a unit that is none', units: planned('A 999'), error: { code: 'unit-not-in-group' } },
    { what: 'a group that is none', units: planned('Z 602'), error: { code: 'unit-not-in-group' } },
    {
      what: 'prior learning without its evidence',
      units: [{ how: 'rpl', unit: '602', group: 'A', date: DATE }],
      error: { code: 'recognition-unproved', unit: '8316-602', missing: 'reason' },
    },
    {
      what: 'an exemption for a reason that shows nothing',
      units: [{ how: 'exemption', unit: '602', group: 'A', reason: '\u200b', date: DATE }],
      error: { code: 'recognition-unproved', missing: 'reason' },
    },
    {
      what: 'prior learning without a date',
      units: [{ how: 'rpl', unit: '602', group: 'A', reason: 'Certificate of 2024' }],
      error: { code: 'recognition-unproved', missing: 'date' },
    },
    {
      what: 'an exemption that is granted tomorrow',
      units: [{ how: 'exemption', unit: '602', group: 'A', reason: 'Certificate', date: '2026-11-23' as CivilDate }],
      error: { code: 'recognition-after-today', unit: '8316-602' },
    },
  ])('$what', async ({ units, error }) => {
    const { workspace, learner } = await enrolled();
    const [before, head] = [enrolmentOf(workspace, learner.id), auditHead(workspace.db)];
    expect(refusal(choose(workspace, learner.id, units))).toMatchObject(error);
    expect(enrolmentOf(workspace, learner.id)).toEqual(before);
    expect(auditHead(workspace.db)).toEqual(head);
  });

  it('a learner, a pack and a qualification that are not there', async () => {
    const { workspace, learner } = await enrolled();
    const nobody = crypto.randomUUID() as LearnerId;
    expect(refusal(choose(workspace, nobody, [])).code).toBe('learner-unknown');
    expect(refusal(viewEnrolments(workspace, nobody)).code).toBe('learner-unknown');
    expect(refusal(choose(workspace, learner.id, [], 'degree')).code).toBe('qualification-unknown');
    expect(refusal(withdrawEnrolment(workspace, { enrolment: crypto.randomUUID() as EnrolmentId })).code).toBe(
      'enrolment-unknown',
    );
  });
});

describe('where a unit stands', () => {
  it('goes from planned by way of in progress to achieved by the signature, and only then counts', async () => {
    const { workspace, learner } = await enrolled();
    expect(stateOf(enrolmentOf(workspace, learner.id), '602')).toBe('planned');
    await submitted(workspace, learner);
    expect(stateOf(enrolmentOf(workspace, learner.id), '602')).toBe('in-progress');
    const other = register(workspace);
    answer(choose(workspace, other.id, planned('A 602')));
    await signedSheet(workspace, PASSING, other);
    const view = enrolmentOf(workspace, other.id);
    expect(stateOf(view, '602')).toBe('achieved');
    expect(view.achieved.credits).toBe(view.ifChosen.credits);
  });

  it('is referred by a signed referral, in progress with the next attempt, and as before once that is returned', async () => {
    const { workspace, learner } = await enrolled();
    await signedSheet(workspace, REFERRED, learner);
    expect(stateOf(enrolmentOf(workspace, learner.id), '602')).toBe('referred');
    const next = answer(await takeIn(workspace, submission(workspace, learner.id)));
    expect(stateOf(enrolmentOf(workspace, learner.id), '602')).toBe('in-progress');
    answer(returnAttempt(workspace, { attempt: next.attempt.id, reason: 'The file was empty' }));
    expect(stateOf(enrolmentOf(workspace, learner.id), '602')).toBe('referred');
  });

  it('counts what was signed last while the sheet is open again, and says that it is', async () => {
    const { workspace, learner } = await enrolled();
    const sheet = await signedSheet(workspace, PASSING, learner);
    answer(reopenSheet(workspace, { sheet: sheet.sheet, revision: 1, reason: 'A mark was typed wrongly' }));
    const unit = present(enrolmentOf(workspace, learner.id).units.find((one) => one.code === '602'));
    expect(unit).toMatchObject({ state: 'achieved', reopened: true });
  });

  it('is achieved for every unit that an integrated assessment covers', async () => {
    const { workspace, learner } = await enrolled(planned('A 602', 'A 604'));
    await integrated(workspace, learner.id);
    const view = enrolmentOf(workspace, learner.id);
    expect([stateOf(view, '602'), stateOf(view, '604'), stateOf(view, '603')]).toEqual([
      'achieved',
      'achieved',
      'planned',
    ]);
    expect(conditionOf(view.achieved, 'group-a-credits')).toMatchObject({ status: 'holds' });
  });

  it('is achieved by prior learning and by exemption, with their evidence', async () => {
    const granted: Choice = [
      { how: 'rpl', unit: '602', group: 'A', reason: 'Certificate of 2024, copy on file', date: DATE },
      { how: 'exemption', unit: '604', group: 'A', reason: 'Exempt by the organisation', date: DATE },
    ];
    const { workspace, learner } = await enrolled(granted);
    const view = enrolmentOf(workspace, learner.id);
    expect(view.chosen).toEqual(granted);
    expect([stateOf(view, '602'), stateOf(view, '604')]).toEqual(['achieved', 'achieved']);
    expect(conditionOf(view.achieved, 'group-a-credits').status).toBe('holds');
  });

  it('judges the units claimed, not everything achieved', async () => {
    const { workspace, learner } = await enrolled(planned('B 603'));
    await signedSheet(workspace, PASSING, learner);
    const view = enrolmentOf(workspace, learner.id);
    expect(stateOf(view, '602')).toBe('achieved');
    expect(view.achieved.credits).toBe(0);
  });

  it('counts the criteria that are achieved on sheets and those that evidence is held against, where a unit has sheets by criteria', async () => {
    const workspace = (await temporaryWorkspace()).now();
    const learner = register(workspace);
    const of = portfolioOf(learner.id);
    const units = planned(`B ${CRITERIA_UNIT}`, 'A ML57');
    answer(putEnrolment(workspace, { ...of, units }));
    const countsOf = (unit: string) =>
      present(enrolmentOf(workspace, learner.id).units.find((one) => one.code === unit)).criteria;
    expect(countsOf(CRITERIA_UNIT)).toEqual({ total: 15, achieved: 0, evidenced: 0 });
    const view = await criteriaSheet(workspace, learner);
    answer(link(workspace, of, added(workspace, of).id, ['1.1', '1.2', '2.1']));
    answer(link(workspace, of, added(workspace, of).id, ['1.1']));
    for (const criterion of ['ac1.1', 'ac1.2']) answer(judge(workspace, view, criterion, 'achieved'));
    answer(judge(workspace, view, 'ac3.1', 'not-yet'));
    expect(countsOf(CRITERIA_UNIT)).toEqual({ total: 15, achieved: 2, evidenced: 3 });
    expect(countsOf('ML57')).toMatchObject({ achieved: 0, evidenced: 0 });
    const marked = await enrolled();
    expect(present(enrolmentOf(marked.workspace, marked.learner.id).units[0]).criteria).toBeNull();
  });
});
