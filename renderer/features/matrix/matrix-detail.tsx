import { unitName } from '../../../shared/model/unit-name.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import styles from './matrix.module.css';
import type { MatrixColumn, MatrixLine } from './matrix-lines.ts';

type Props = {
  readonly line: MatrixLine | undefined;
  readonly column: MatrixColumn | undefined;
  /** How the cell stands: "linked at p 3". */
  readonly state: string;
  readonly locked: string | null;
};

/** The criterion and the column of the cell that holds the keyboard, in full: the matrix has room for neither. */
export function MatrixDetail({ line, column, state, locked }: Props) {
  if (line?.kind !== 'criterion') return null;
  const { unit, criterion } = line;
  const reading = criterion.reading;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long criterion is scrolled by keyboard
    <section className={styles.detail} aria-label="The criterion in full" tabIndex={0}>
      <p className={styles.detailUnit}>
        {unitName(unit)} {unit.title}
      </p>
      <p>
        <b>{criterion.number}</b> <SourceWords text={criterion.text} />
        {reading?.wording === 'lost' && (
          <span className={styles.quiet}>
            {' '}
            Words are lost in the source
            {reading.found.length > 0 && `, which has ${reading.found.map((words) => `“${words}”`).join(' and ')}`}.
          </span>
        )}
      </p>
      {column && (
        <p>
          <b>{column.short}</b> <bdi>{column.title}</bdi>: {state}
        </p>
      )}
      {locked !== null && <p className={styles.quiet}>{locked}</p>}
    </section>
  );
}
