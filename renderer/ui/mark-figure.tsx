import { IconTriangleInvertedFilled } from '@tabler/icons-react';
import styles from './mark-figure.module.css';

type Props = {
  /** Null: no mark given, which is not a zero. */
  readonly mark: number | null;
  readonly available: number | null;
  readonly minimum: number | null;
  /** Shows "min 15" after the figure. */
  readonly withMinimum?: boolean;
};

/** A mark out of what is available, in tabular figures; below its minimum by shape and words as well as colour. */
export function MarkFigure({ mark, available, minimum, withMinimum = false }: Props) {
  const below = mark !== null && minimum !== null && mark < minimum;
  return (
    <span className={below ? `${styles.figure} ${styles.below}` : styles.figure}>
      {below && <IconTriangleInvertedFilled size="0.5625rem" aria-hidden="true" className={styles.shape} />}
      {mark === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className={styles.spoken}>not marked</span>
        </>
      ) : (
        mark
      )}
      {available !== null && (
        <span className={styles.quiet}>
          <span aria-hidden="true">/</span>
          <span className={styles.spoken}> of </span>
          {available}
        </span>
      )}
      {withMinimum && minimum !== null && <span className={styles.quiet}> min {minimum}</span>}
      {below && <span className={styles.spoken}>, below the minimum of {minimum}</span>}
    </span>
  );
}
