import { combinationView } from '../../../shared/api/combination-sentences.ts';
import type { EnrolmentView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Enrolment } from '../../../shared/model/enrolment.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { judgeCombination } from '../../../shared/rules/combination.ts';
import { enrolmentsOf, standingsOf } from '../../db/stores/enrolment-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { criteriaCounts } from './criteria-counts.ts';
import { enrolledQualification, stateOfUnit, statesByAssessment, unitsOf } from './enrolled-qualification.ts';

/** Everything that a learner is enrolled for, with where each unit stands. */
export function viewEnrolments(workspace: Workspace, learner: LearnerId): Result<readonly EnrolmentView[], AppError> {
  if (!readLearner(workspace.db, learner)) return err({ code: 'learner-unknown' });
  const views: EnrolmentView[] = [];
  for (const enrolment of enrolmentsOf(workspace.db, learner)) {
    const view = viewEnrolment(workspace, enrolment);
    if (!view.ok) return view;
    views.push(view.value);
  }
  return ok(views);
}

export function viewEnrolment(workspace: Workspace, enrolment: Enrolment): Result<EnrolmentView, AppError> {
  const found = enrolledQualification(workspace, enrolment.pack, enrolment.qualification);
  if (!found.ok) return found;
  const { pack, qualification, units } = found.value;
  const standings = standingsOf(workspace.db, [enrolment.learner], pack.code);
  const byAssessment = statesByAssessment(workspace, standings);
  const reopened = new Set(standings.filter((one) => one.reopened === 1).flatMap((one) => unitsOf(workspace, one)));
  const stateOf = (unit: string) => stateOfUnit(unit, enrolment.units, byAssessment);
  const achieved = enrolment.units.filter((one) => stateOf(one.unit) === 'achieved');
  const criteria = criteriaCounts(workspace, enrolment.learner, found.value);
  const { code, title, groups, combination } = qualification;
  return ok({
    enrolment: enrolment.id,
    learner: enrolment.learner,
    pack: enrolment.pack,
    enrolledOn: enrolment.enrolledOn,
    qualification: { code, title, groups, combination },
    units: units.map((unit) => ({
      code: unit.code,
      number: unit.number,
      title: unit.title,
      level: unit.level,
      credits: unit.credits,
      guidedLearningHours: unit.guidedLearningHours,
      totalUnitTime: unit.totalUnitTime,
      state: stateOf(unit.code),
      assessed: byAssessment.get(unit.code) ?? 'planned',
      reopened: reopened.has(unit.code),
      criteria: criteria(unit),
    })),
    chosen: enrolment.units,
    ifChosen: combinationView(judgeCombination(found.value, enrolment.units), units),
    achieved: combinationView(judgeCombination(found.value, achieved), units),
  });
}
