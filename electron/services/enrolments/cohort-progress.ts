import type { Page, ProgressRow } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { ChosenUnit } from '../../../shared/model/enrolment.ts';
import { type CombinationVerdict, conditionsHeld, judgeCombination } from '../../../shared/rules/combination.ts';
import type { UnitState } from '../../../shared/rules/unit-progress.ts';
import { type EnrolledLearner, listEnrolled, standingsOf } from '../../db/stores/enrolment-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  type EnrolledQualification,
  enrolledQualification,
  stateOfUnit,
  statesByAssessment,
} from './enrolled-qualification.ts';

const PAGE = 200;

/** A page of those enrolled for a qualification, each judged by the version of the pack that they are enrolled with. */
export function cohortProgress(
  workspace: Workspace,
  input: ParsedInput<'enrolments.progress'>,
): Result<Page<ProgressRow>, AppError> {
  const { search = '', limit = PAGE, offset = 0 } = input;
  const asked = enrolledQualification(workspace, input.pack, input.qualification);
  if (!asked.ok) return asked;
  const { pack, qualification } = asked.value;
  const query = { packCode: pack.code, qualification: qualification.code, search, limit, offset };
  const page = listEnrolled(workspace.db, query);
  const learners = page.rows.map((row) => row.enrolment.learner);
  const standings = Map.groupBy(standingsOf(workspace.db, learners, pack.code), (one) => one.learner);
  const judge = judgeOnce();
  const rows: ProgressRow[] = [];
  for (const row of page.rows) {
    const { enrolment } = row;
    const found =
      enrolment.pack === input.pack ? asked : enrolledQualification(workspace, enrolment.pack, enrolment.qualification);
    if (!found.ok) return found;
    const states = statesByAssessment(workspace, standings.get(enrolment.learner) ?? []);
    rows.push(progressRow(found.value, row, (unit) => stateOfUnit(unit, enrolment.units, states), judge));
  }
  return ok({ total: page.total, rows });
}

type Judge = (enrolled: EnrolledQualification, units: readonly ChosenUnit[]) => CombinationVerdict;

function progressRow(
  enrolled: EnrolledQualification,
  { enrolment, learnerName, registrationNumber, cohort }: EnrolledLearner,
  stateOf: (unit: string) => UnitState,
  judge: Judge,
): ProgressRow {
  const inState = (state: UnitState) => enrolment.units.filter((one) => stateOf(one.unit) === state);
  const achieved = judge(enrolled, inState('achieved'));
  const chosen = judge(enrolled, enrolment.units);
  const conditions = conditionsHeld(achieved);
  return {
    enrolment: enrolment.id,
    learner: enrolment.learner,
    learnerName,
    registrationNumber,
    cohort,
    creditsAchieved: achieved.credits,
    creditsInProgress: judge(enrolled, inState('in-progress')).credits,
    creditsReferred: judge(enrolled, inState('referred')).credits,
    creditsChosen: chosen.credits,
    held: conditions.held,
    conditions: conditions.of,
    // A source that states no rule is complete with nothing: that is no news of anybody.
    complete: conditions.of > 0 && achieved.complete,
    planned: conditions.of > 0 && chosen.complete,
  };
}

/** A cohort takes much the same units: each set is judged once. */
function judgeOnce(): Judge {
  const known = new Map<EnrolledQualification['qualification'], Map<string, CombinationVerdict>>();
  return (enrolled, units) => {
    const verdicts = known.get(enrolled.qualification) ?? new Map<string, CombinationVerdict>();
    known.set(enrolled.qualification, verdicts);
    const key = units.map((one) => `${one.unit}/${one.group}`).join();
    const verdict = verdicts.get(key) ?? judgeCombination(enrolled, units);
    verdicts.set(key, verdict);
    return verdict;
  };
}
