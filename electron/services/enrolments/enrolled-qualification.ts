import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ChosenUnit } from '../../../shared/model/enrolment.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Pack, Qualification, Unit } from '../../../shared/model/pack.ts';
import { type UnitState, unitsByAssessment } from '../../../shared/rules/unit-progress.ts';
import type { StandingRow } from '../../db/stores/enrolment-store.ts';
import { getAssessment, getPack } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A qualification with its pack, and of the pack's units those that stand in its groups. */
export type EnrolledQualification = {
  readonly pack: Pack;
  readonly qualification: Qualification;
  readonly units: readonly Unit[];
};

export function enrolledQualification(
  workspace: Workspace,
  digest: Digest,
  code: string,
): Result<EnrolledQualification, AppError> {
  const pack = getPack(workspace, digest);
  if (!pack.ok) return pack;
  const qualification = pack.value.qualifications.find((one) => one.code === code);
  if (!qualification) return err({ code: 'qualification-unknown', qualification: code });
  const codes = new Set(qualification.groups.flatMap((group) => group.units));
  return ok({ pack: pack.value, qualification, units: pack.value.units.filter((unit) => codes.has(unit.code)) });
}

/** What a learner's attempts say of the units; those that no attempt covers are missing. */
export function statesByAssessment(
  workspace: Workspace,
  standings: readonly StandingRow[],
): ReadonlyMap<string, UnitState> {
  return unitsByAssessment(standings.map((one) => ({ ...one, units: unitsOf(workspace, one) })));
}

/** The units of an attempt's assessment, as its own version of the pack lists them. */
export function unitsOf(workspace: Workspace, { pack, assessment }: StandingRow): readonly string[] {
  const found = getAssessment(workspace, pack, assessment);
  return found.ok ? found.value.assessment.units : [];
}

/** Where a unit stands, with what was granted for it. */
export function stateOfUnit(
  unit: string,
  chosen: readonly ChosenUnit[],
  byAssessment: ReadonlyMap<string, UnitState>,
): UnitState {
  const granted = chosen.some((one) => one.unit === unit && one.how !== 'planned');
  return granted ? 'achieved' : (byAssessment.get(unit) ?? 'planned');
}
