import { builtInPacks } from '../../electron/services/packs/built-in-packs.ts';
import { markPlan, putWork } from '../../electron/services/plans/plans.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { PlanView } from '../../shared/api/contract.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import type { CivilDate } from '../../shared/lib/dates.ts';
import type { PlannedWork } from '../../shared/model/assessment-plan.ts';
import { answer, present } from './result.ts';

/** The diploma whose source asks for the matrix, and forbids nothing but simulation. */
export function plannedDiploma() {
  const pack = present(builtInPacks().find((one) => one.code === 'cmi-7d27v2'));
  return { pack: pack.digest, qualification: 'diploma' };
}

type Work = Omit<ParsedInput<'plans.put-work'>, 'pack' | 'qualification'>;

/** A piece of work as a person would enter it. */
export function work(more: Partial<Work> = {}): Work {
  return {
    work: null,
    title: 'Operational plan of the department',
    kind: { code: 'work-products' },
    from: '2026-10-05' as CivilDate,
    to: '2026-12-18' as CivilDate,
    ...more,
  };
}

export function addWork(workspace: Workspace, more: Partial<Work> = {}, of = plannedDiploma()): PlannedWork {
  return present(answer(putWork(workspace, { ...of, ...work(more) })).plan?.works.at(-1));
}

/** Marks criteria of a unit, as "1.1", for a piece of work. */
export function show(
  workspace: Workspace,
  { id }: PlannedWork,
  unit: string,
  criteria: readonly string[],
  of = plannedDiploma(),
): PlanView {
  const changes = criteria.map((criterion) => ({ work: id, unit, criterion, marked: true }));
  return answer(markPlan(workspace, { ...of, changes }));
}
