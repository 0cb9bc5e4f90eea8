import type { UnitProgress } from '../../../shared/api/contract.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/pack.ts';
import { criterionKey } from '../../../shared/rules/criterion-evidence.ts';
import { linksOf } from '../../db/stores/portfolio-store.ts';
import { listStandings, standingsOfCriteria } from '../portfolio/criterion-standings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EnrolledQualification } from './enrolled-qualification.ts';

/** How far a learner is with the criteria of a unit; null for one that is not assessed by criteria met or not. */
export function criteriaCounts(
  workspace: Workspace,
  learner: LearnerId,
  { pack, qualification }: EnrolledQualification,
): (unit: Unit) => UnitProgress['criteria'] {
  const byCriteria = new Set(
    pack.assessments.filter((one) => one.scheme.rule.kind === 'criteria-met').flatMap((one) => one.units),
  );
  if (byCriteria.size === 0) return () => null;
  const of = { learner, packCode: pack.code, qualification: qualification.code };
  const standings = standingsOfCriteria(workspace, { learner, pack, qualification: qualification.code });
  const linked = new Set(linksOf(workspace.db, of).map(criterionKey));
  return (unit) => {
    if (!byCriteria.has(unit.code)) return null;
    const all = listStandings([unit], standings);
    return {
      total: all.length,
      achieved: all.filter((one) => one.met === 'achieved').length,
      evidenced: all.filter((one) => linked.has(criterionKey(one))).length,
    };
  };
}
