import { Checkbox, Select } from '@mantine/core';
import { unitName } from '../../../shared/model/unit-name.ts';
import styles from './matrix.module.css';
import type { FilteredUnit, MatrixFilter, UnitChoice } from './use-matrix-filter.ts';

type Props = {
  readonly units: readonly FilteredUnit[];
  readonly filter: MatrixFilter;
  /** "Without evidence". */
  readonly without: string;
};

const ALL = 'all';
const CHOSEN = 'chosen';
const UNIT = 'unit:';

/** Which units a matrix shows, and whether only the criteria against which nothing stands. */
export function MatrixFilters({ units, filter, without }: Props) {
  const { choice } = filter;
  return (
    <>
      <Select
        aria-label="Units shown"
        className={styles.units}
        allowDeselect={false}
        data={[
          { value: ALL, label: `All units (${units.length})` },
          ...(units.some((unit) => unit.chosen)
            ? [{ value: CHOSEN, label: `Units chosen (${units.filter((unit) => unit.chosen).length})` }]
            : []),
          ...units.map((unit) => ({ value: `${UNIT}${unit.code}`, label: `${unitName(unit)} ${unit.title}` })),
        ]}
        value={choice.kind === 'unit' ? `${UNIT}${choice.code}` : choice.kind}
        onChange={(value) => value && filter.choose(choiceOf(value))}
      />
      <Checkbox
        label={without}
        checked={filter.withoutOnly}
        onChange={(event) => filter.showWithout(event.currentTarget.checked)}
      />
    </>
  );
}

function choiceOf(value: string): UnitChoice {
  if (value === ALL || value === CHOSEN) return { kind: value };
  return { kind: 'unit', code: value.slice(UNIT.length) };
}
