import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import styles from './criterion-levels.module.css';

type Props = { readonly criterion: SchemeCriterion; readonly levels: readonly string[] };

/** What work at each of the scheme's levels looks like, side by side. They describe; the mark decides. */
export function CriterionLevels({ criterion, levels }: Props) {
  const { descriptors } = criterion;
  if (!descriptors || descriptors.length === 0) return null;
  return (
    <table className={styles.levels} aria-label={`Levels, ${criterion.text}`}>
      <thead>
        <tr>
          {levels.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {levels.map((level, index) => (
            <td key={level}>{descriptors[index]}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
