import { useCallback } from 'react';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { lockReason } from '../../../shared/api/portfolio-sentences.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { Matrix } from '../../features/matrix/matrix.tsx';
import { MatrixFilters } from '../../features/matrix/matrix-filters.tsx';
import type { CellChange } from '../../features/matrix/matrix-lines.ts';
import { MatrixPanel } from '../../features/matrix/matrix-panel.tsx';
import { useMatrixFilter } from '../../features/matrix/use-matrix-filter.ts';
import type { Command } from '../../store/commands.ts';
import { usePortfolios } from '../../store/portfolio.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { linkChanges, type PortfolioCells } from './portfolio-cells.ts';

type Props = {
  readonly of: PortfolioOf;
  readonly view: PortfolioView;
  readonly cells: PortfolioCells;
  readonly error: AppError | null;
  readonly undo: Command;
  readonly redo: Command;
};

const WORDS = { on: 'linked', off: 'not linked' };

/** Criteria against evidence: which piece is held to prove which criterion, and where in it. */
export function PortfolioMatrix({ of, view, cells, error, undo, redo }: Props) {
  const { standing } = cells;
  const filter = useMatrixFilter(view.units, cells.evidenced);
  const link = usePortfolios((state) => state.link);
  const dismiss = usePortfolios((state) => state.dismiss);
  const standingOf = useCallback((unit: string, one: string) => standing(unit, one)?.met ?? null, [standing]);
  const lockedBy = useCallback(
    (unit: string, criterion: string) =>
      standing(unit, criterion)?.locked
        ? `${lockReason({ code: 'criterion-locked', unit: unitNameIn(view.units, unit), criterion })} Open that sheet again first.`
        : null,
    [standing, view.units],
  );
  const onChange = useCallback(
    (changes: readonly CellChange[]) => void link(of, linkChanges(changes, view.items)),
    [link, of, view.items],
  );
  return (
    <MatrixPanel
      undo={undo}
      redo={redo}
      filters={<MatrixFilters units={view.units} filter={filter} without="Without evidence" />}
      error={error}
      onDismiss={() => dismiss(of)}
    >
      {filter.shown.length === 0 ? (
        <EmptyState heading={filter.withoutOnly ? 'Every criterion shown has evidence' : 'No criteria'}>
          {filter.withoutOnly
            ? 'Take the tick off “Without evidence” to see them all again.'
            : 'The units shown have no criteria in their source. A centre can enter them on the Qualifications screen.'}
        </EmptyState>
      ) : (
        <Matrix
          label="Criteria and evidence"
          units={filter.shown}
          columns={cells.columns}
          cells={cells.cells}
          words={WORDS}
          places
          standingOf={standingOf}
          lockedBy={lockedBy}
          summaryOf={cells.unitSummary}
          onChange={onChange}
        />
      )}
    </MatrixPanel>
  );
}
