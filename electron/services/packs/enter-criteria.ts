import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { originOfCriteria, withEnteredCriteria } from '../../../shared/rules/entered-criteria.ts';
import { validatePack } from '../../../shared/rules/pack-validation.ts';
import { centreVersion } from '../../../shared/rules/pack-versions.ts';
import { moveEnrolments } from '../../db/stores/enrolment-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { centreOf, type Workspace } from '../workspace/workspace.ts';
import { keepPack } from './keep-pack.ts';
import { getPack, summarise, versionsOf } from './packs.ts';

/**
 * Makes a further version of a pack in which a unit has the outcomes and criteria that its source does not print. It is
 * made from the newest version kept, so that what was entered for other units stays. Who is enrolled follows to it: units,
 * credits and rules are the same in both. What was taken in and marked keeps the version that it was marked with.
 */
export function enterCriteria(
  workspace: Workspace,
  { pack: digest, unit: code, origin, outcomes }: ParsedInput<'packs.enter-criteria'>,
): Result<PackSummary, AppError> {
  return inTransaction<PackSummary, AppError>(workspace.db, () => {
    const newest = newestOf(workspace, digest);
    if (!newest.ok) return newest;
    const { pack, versions } = newest.value;
    const unit = pack.units.find((one) => one.code === code);
    if (!unit) return err({ code: 'invalid-input', place: 'unit', reason: `“${code}” is no unit of the pack` });
    if (originOfCriteria(pack, unit) === 'source') return err({ code: 'criteria-entered', unit: unitName(unit) });

    const centre = centreOf(workspace).number;
    const entered = { unit: code, origin, centre, outcomes };
    const same = withEnteredCriteria(pack, entered, pack.version);
    if (canonicalJson(same) === canonicalJson(pack)) return ok(summarise(pack, newest.value.digest, false));

    const version = centreVersion(pack.version, centre, new Set(versions.map((one) => one.version)));
    const checked = validatePack(withEnteredCriteria(pack, entered, version));
    if (!checked.ok) {
      return err({ code: 'pack-refused', findings: checked.error, count: checked.error.length });
    }
    const kept = keepPack(workspace, checked.value, { unit: code, origin, from: newest.value.digest });
    if (!kept.ok) return kept;
    for (const one of versions) {
      if (sameSource(one.version, version)) moveEnrolments(workspace.db, one.digest, kept.value.digest);
    }
    return kept;
  });
}

type Newest = {
  readonly pack: Pack;
  readonly digest: Digest;
  readonly versions: ReturnType<typeof versionsOf>;
};

function newestOf(workspace: Workspace, digest: Digest): Result<Newest, AppError> {
  const asked = getPack(workspace, digest);
  if (!asked.ok) return asked;
  const versions = versionsOf(workspace, asked.value.code);
  const newest = versions[0]?.digest ?? digest;
  const pack = getPack(workspace, newest);
  return pack.ok ? ok({ pack: pack.value, digest: newest, versions }) : pack;
}

/** Versions of one source, with and without what a centre added. */
function sameSource(one: string, other: string): boolean {
  return one.split('+')[0] === other.split('+')[0];
}
