import styles from './mark-bar.module.css';

type Props = { readonly mark: number | null; readonly available: number; readonly minimum: number | null };

/** The mark as a length, with a tick at the minimum. Decoration: the figures beside it say the same. */
export function MarkBar({ mark, available, minimum }: Props) {
  const share = (value: number) => `${(100 * value) / Math.max(1, available)}%`;
  const below = mark !== null && minimum !== null && mark < minimum;
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={below ? styles.below : styles.filled} style={{ width: share(mark ?? 0) }} />
      {minimum !== null && <div className={styles.tick} style={{ insetInlineStart: share(minimum) }} />}
    </div>
  );
}
