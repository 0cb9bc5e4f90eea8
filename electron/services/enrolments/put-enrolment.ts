import { randomUUID } from 'node:crypto';
import type { EnrolmentView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { isBlank } from '../../../shared/lib/blank.ts';
import type { Json } from '../../../shared/lib/canonical-json.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ChosenUnit, Enrolment } from '../../../shared/model/enrolment.ts';
import type { EnrolmentId } from '../../../shared/model/ids.ts';
import type { Qualification } from '../../../shared/model/pack.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  deleteEnrolment,
  enrolmentFor,
  insertEnrolment,
  readEnrolment,
  updateEnrolment,
} from '../../db/stores/enrolment-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { today } from '../clock.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { enrolledQualification } from './enrolled-qualification.ts';
import { viewEnrolment } from './enrolment-view.ts';

type Put = ParsedInput<'enrolments.put'>;

/** Enrols a learner for a qualification, or replaces the choice of units of one who is. */
export function putEnrolment(workspace: Workspace, input: Put): Result<EnrolmentView, AppError> {
  const put = inTransaction<Enrolment, AppError>(workspace.db, () => {
    if (!readLearner(workspace.db, input.learner)) return err({ code: 'learner-unknown' });
    const found = enrolledQualification(workspace, input.pack, input.qualification);
    if (!found.ok) return found;
    const { pack, qualification } = found.value;
    const nameOf = (code: string) => unitNameIn(pack.units, code);
    const units = checkedChoice(qualification, input.units, today(workspace.clock), nameOf);
    if (!units.ok) return units;
    const before = enrolmentFor(workspace.db, input.learner, pack.code, qualification.code);
    if (!before) return ok(enrol(workspace, input, units.value, pack.code));
    const after: Enrolment = { ...before, pack: input.pack, units: units.value };
    if (isSame(before, after)) return ok(before);
    updateEnrolment(workspace.db, after);
    record(workspace, 'enrolment-edited', {
      ...facts(before, pack.code),
      dropped: before.units.filter((one) => !after.units.some((other) => isSame(one, other))),
      chosen: after.units.filter((one) => !before.units.some((other) => isSame(one, other))),
    });
    return ok(after);
  });
  return put.ok ? viewEnrolment(workspace, put.value) : put;
}

/** Ends an enrolment; the choice of units stays in the audit chain, and sheets are not touched. */
export function withdrawEnrolment(
  workspace: Workspace,
  { enrolment: id }: ParsedInput<'enrolments.withdraw'>,
): Result<null, AppError> {
  return inTransaction<null, AppError>(workspace.db, () => {
    const enrolment = readEnrolment(workspace.db, id);
    if (!enrolment) return err({ code: 'enrolment-unknown' });
    const found = enrolledQualification(workspace, enrolment.pack, enrolment.qualification);
    if (!found.ok) return found;
    deleteEnrolment(workspace.db, id);
    record(workspace, 'enrolment-withdrawn', {
      ...facts(enrolment, found.value.pack.code),
      dropped: enrolment.units,
    });
    return ok(null);
  });
}

function enrol(workspace: Workspace, input: Put, units: readonly ChosenUnit[], packCode: string): Enrolment {
  const enrolment: Enrolment = {
    id: randomUUID() as EnrolmentId,
    learner: input.learner,
    pack: input.pack,
    qualification: input.qualification,
    enrolledOn: today(workspace.clock),
    units,
  };
  insertEnrolment(workspace.db, enrolment, packCode);
  record(workspace, 'learner-enrolled', { ...facts(enrolment, packCode), chosen: units });
  return enrolment;
}

/** A choice of units that a qualification allows: each in a group that has it, none twice, what was granted with its proof and not after `day`. */
function checkedChoice(
  qualification: Qualification,
  chosen: Put['units'],
  day: CivilDate,
  nameOf: (unit: string) => string,
): Result<readonly ChosenUnit[], AppError> {
  const units: ChosenUnit[] = [];
  for (const one of chosen) {
    const { unit, group } = one;
    if (!qualification.groups.find((known) => known.code === group)?.units.includes(unit)) {
      return err({ code: 'unit-not-in-group', unit: nameOf(unit), group });
    }
    if (units.some((other) => other.unit === unit)) return err({ code: 'unit-twice', unit: nameOf(unit) });
    if (one.how === 'planned') {
      units.push({ unit, group, how: one.how });
      continue;
    }
    const { how, reason = '', date } = one;
    if (isBlank(reason)) return err({ code: 'recognition-unproved', unit: nameOf(unit), missing: 'reason' });
    if (date === undefined) return err({ code: 'recognition-unproved', unit: nameOf(unit), missing: 'date' });
    if (date > day) return err({ code: 'recognition-after-today', unit: nameOf(unit) });
    units.push({ unit, group, how, reason, date });
  }
  return ok(units.toSorted((one, other) => (one.unit < other.unit ? -1 : 1)));
}

function record(
  workspace: Workspace,
  kind: 'learner-enrolled' | 'enrolment-edited' | 'enrolment-withdrawn',
  payload: Json,
): void {
  appendEvent(workspace.db, { at: workspace.clock.now(), actor: ownerOf(workspace).id, kind, payload });
}

function facts({ id, learner, qualification }: Enrolment, pack: string) {
  return { enrolment: id, learner, pack, qualification };
}

/** Both are made of plain values in one order of fields. */
function isSame<T extends ChosenUnit | Enrolment>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
