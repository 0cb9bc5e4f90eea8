import { describe, expect, it } from 'vitest';
import { cohortProgress } from '../../../../electron/services/enrolments/cohort-progress.ts';
import { viewEnrolments } from '../../../../electron/services/enrolments/enrolment-view.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import { PASSING, REFERRED, register, shippedPack, signedSheet, submitted } from '../../../support/desk.ts';
import { choose, planned } from '../../../support/enrolling.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const DATE = '2026-10-01' as CivilDate;
const progress = (workspace: Workspace, more: { search?: string; limit?: number; offset?: number } = {}) =>
  answer(cohortProgress(workspace, { pack: shippedPack().digest, qualification: 'award', ...more }));

async function cohort() {
  const workspace = (await temporaryWorkspace()).now();
  const learners = ['Ada Wren', 'Ben Holt', 'Cleo Marsh', 'Dai Rees'].map((name) => register(workspace, name));
  const [ada, ben, cleo] = learners;
  for (const one of learners.slice(0, 3)) {
    answer(choose(workspace, one.id, planned('mandatory 602', 'mandatory 604'), 'award'));
  }
  if (ada) {
    await signedSheet(workspace, PASSING, ada);
    const granted = { how: 'exemption' as const, unit: '604', group: 'mandatory', reason: 'Exempt', date: DATE };
    answer(choose(workspace, ada.id, [...planned('mandatory 602'), granted], 'award'));
  }
  if (ben) await signedSheet(workspace, REFERRED, ben);
  if (cleo) await submitted(workspace, cleo);
  return { workspace, learners };
}

describe('the progress of a cohort', () => {
  it('tells what each has achieved, is being marked, was referred and chose, by name', async () => {
    const { workspace } = await cohort();
    const { total, rows } = progress(workspace);
    expect(total).toBe(3);
    const credits602 = rows[1]?.creditsReferred ?? 0;
    expect(credits602).toBeGreaterThan(0);
    expect(rows).toMatchObject([
      { learnerName: 'Ada Wren', creditsAchieved: 12, creditsChosen: 12, held: 2, conditions: 2, complete: true },
      { learnerName: 'Ben Holt', creditsAchieved: 0, creditsReferred: credits602, held: 0, complete: false },
      { learnerName: 'Cleo Marsh', creditsAchieved: 0, creditsInProgress: credits602, planned: true },
    ]);
  });

  it('says of each learner what their own page says', async () => {
    const { workspace } = await cohort();
    for (const row of progress(workspace).rows) {
      const [view] = answer(viewEnrolments(workspace, row.learner));
      expect(row).toMatchObject({
        enrolment: view?.enrolment,
        creditsAchieved: view?.achieved.credits,
        creditsChosen: view?.ifChosen.credits,
        held: view?.achieved.conditions.filter((one) => one.status === 'holds').length,
        complete: view?.achieved.complete,
      });
    }
  });

  it('comes page by page, and finds by name, number and cohort', async () => {
    const { workspace } = await cohort();
    expect(progress(workspace, { limit: 1, offset: 1 })).toMatchObject({
      total: 3,
      rows: [{ learnerName: 'Ben Holt' }],
    });
    expect(progress(workspace, { search: 'marsh' })).toMatchObject({ total: 1, rows: [{ learnerName: 'Cleo Marsh' }] });
    expect(progress(workspace, { search: 'dai' })).toEqual({ total: 0, rows: [] });
  });

  it('refuses a qualification that the pack has not', async () => {
    const { workspace } = await cohort();
    const asked = { pack: shippedPack().digest, qualification: 'degree' };
    expect(refusal(cohortProgress(workspace, asked)).code).toBe('qualification-unknown');
  });
});
