import { useCallback } from 'react';
import type { PlanView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { AssessmentPlan } from '../../../shared/model/assessment-plan.ts';
import { Matrix } from '../../features/matrix/matrix.tsx';
import { MatrixFilters } from '../../features/matrix/matrix-filters.tsx';
import type { CellChange } from '../../features/matrix/matrix-lines.ts';
import { MatrixPanel } from '../../features/matrix/matrix-panel.tsx';
import { useMatrixFilter } from '../../features/matrix/use-matrix-filter.ts';
import type { Command } from '../../store/commands.ts';
import { type PlanOf, usePlans } from '../../store/plan.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { markChanges, type PlanCells } from './plan-cells.ts';

type Props = {
  readonly of: PlanOf;
  readonly plan: AssessmentPlan;
  readonly units: PlanView['units'];
  readonly cells: PlanCells;
  readonly error: AppError | null;
  readonly undo: Command;
  readonly redo: Command;
};

const WORDS = { on: 'shown', off: 'not shown' };

/** Criteria against pieces of work: by which each criterion is to be shown. */
export function PlanMatrix({ of, plan, units, cells, error, undo, redo }: Props) {
  const filter = useMatrixFilter(units, cells.covered);
  const mark = usePlans((state) => state.mark);
  const dismiss = usePlans((state) => state.dismiss);
  const onChange = useCallback(
    (changes: readonly CellChange[]) => void mark(of, markChanges(changes, plan.works)),
    [mark, of, plan.works],
  );
  return (
    <MatrixPanel
      undo={undo}
      redo={redo}
      filters={<MatrixFilters units={units} filter={filter} without="Not covered" />}
      error={error}
      onDismiss={() => dismiss(of)}
    >
      {cells.total === 0 ? (
        <EmptyState heading="No criteria">
          The source prints no assessment criteria of these units. A centre can enter them on a unit’s page under
          Qualifications; the plan then has them.
        </EmptyState>
      ) : filter.shown.length === 0 ? (
        <EmptyState heading="Every criterion shown is covered">
          Take the tick off “Not covered” to see them all again.
        </EmptyState>
      ) : (
        <Matrix
          label="Criteria and pieces of work"
          units={filter.shown}
          columns={cells.columns}
          cells={cells.cells}
          words={WORDS}
          places={false}
          summaryOf={cells.unitSummary}
          onChange={onChange}
        />
      )}
    </MatrixPanel>
  );
}
