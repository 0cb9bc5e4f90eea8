import { number } from '../../../shared/api/amounts.ts';
import type { PlanView } from '../../../shared/api/contract.ts';
import type { AssessmentPlan } from '../../../shared/model/assessment-plan.ts';
import { coverageOf, plannedWorks, workName } from '../../../shared/model/planned-works.ts';
import { type CellChange, type Cells, cellKey, type MatrixColumn } from '../../features/matrix/matrix-lines.ts';
import type { MarkStep } from '../../store/plan-marks.ts';

/** A plan as its matrix shows it, with what is counted of it. */
export type PlanCells = {
  readonly columns: readonly MatrixColumn[];
  readonly cells: Cells;
  readonly covered: (unit: string, criterion: string) => boolean;
  /** "3 of 22 covered by W1, W2". */
  readonly unitSummary: (unit: string) => string;
  /** Criteria of the qualification, and those that no piece of work covers. */
  readonly total: number;
  readonly uncovered: number;
};

/** Pieces of work against criteria: what each is to show, and what none shows. */
export function planCells(plan: AssessmentPlan, units: PlanView['units']): PlanCells {
  const planned = plannedWorks(plan);
  const byUnit = new Map(units.map((unit) => [unit.code, coverageOf(unit, planned)]));
  const sum = (of: 'criteria' | 'uncovered') => [...byUnit.values()].reduce((total, one) => total + one[of].length, 0);
  return {
    columns: plan.works.map((work) => ({ id: work.id, short: workName(work), title: work.title })),
    cells: new Map(plan.marks.map((mark) => [cellKey(mark.work, mark.unit, mark.criterion), ''])),
    covered: (unit, criterion) => planned.showing(unit, criterion).length > 0,
    unitSummary: (unit) => {
      const { criteria, uncovered } = byUnit.get(unit) ?? { criteria: [], uncovered: [] };
      if (criteria.length === 0) return 'no criteria in the source';
      const works = planned.inUnit(unit).map(workName).join(', ');
      const covered = `${number(criteria.length - uncovered.length)} of ${number(criteria.length)} covered`;
      return works === '' ? covered : `${covered} by ${works}`;
    },
    total: sum('criteria'),
    uncovered: sum('uncovered'),
  };
}

/** The matrix's changes as marks. */
export function markChanges(changes: readonly CellChange[], works: AssessmentPlan['works']): MarkStep {
  const ids = new Map(works.map(({ id }) => [String(id), id]));
  return changes.flatMap(({ column, unit, criterion, on }) => {
    const work = ids.get(column);
    return work ? [{ work, unit, criterion, marked: on }] : [];
  });
}
