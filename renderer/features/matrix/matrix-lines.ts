import type { MatrixUnit } from '../../../shared/api/contract.ts';

type Outcome = MatrixUnit['outcomes'][number];
type Criterion = Outcome['criteria'][number];

/** What stands against the criteria, one column each. */
export type MatrixColumn = {
  readonly id: string;
  /** "E3": all that the head has room for. */
  readonly short: string;
  readonly title: string;
};

/** A criterion of a unit, as a line of the matrix. */
export type CriterionLine = {
  readonly kind: 'criterion';
  readonly key: string;
  readonly unit: MatrixUnit;
  readonly criterion: Criterion;
};

/** The lines of a matrix: each unit's head, its outcomes, and their criteria. */
export type MatrixLine =
  | { readonly kind: 'unit'; readonly key: string; readonly unit: MatrixUnit }
  | { readonly kind: 'outcome'; readonly key: string; readonly unit: MatrixUnit; readonly outcome: Outcome }
  | CriterionLine;

/** A cell as it is to be; `place` as it was where none is given. */
export type CellChange = {
  readonly column: string;
  readonly unit: string;
  readonly criterion: string;
  readonly on: boolean;
  readonly place?: string;
};

/** The cells that are on, each with its place, "" where it has none. */
export type Cells = ReadonlyMap<string, string>;

/** The key of a cell in `Cells`. */
export function cellKey(column: string, unit: string, criterion: string): string {
  return `${column} ${unit} ${criterion}`;
}

/** The units as lines, in the source's order. */
export function linesOf(units: readonly MatrixUnit[]): readonly MatrixLine[] {
  return units.flatMap((unit) => [
    { kind: 'unit' as const, key: unit.code, unit },
    ...unit.outcomes.flatMap((outcome) => [
      { kind: 'outcome' as const, key: `${unit.code} ${outcome.number}`, unit, outcome },
      ...outcome.criteria.map((criterion) => ({
        kind: 'criterion' as const,
        key: `${unit.code} ${criterion.number}`,
        unit,
        criterion,
      })),
    ]),
  ]);
}
