import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import styles from './data-table.module.css';

type Props = {
  readonly header: string;
  /** The header is for screen readers only. */
  readonly hidden: boolean;
  readonly end: boolean;
  readonly order: 'asc' | 'desc' | false;
  /** Null where the column does not sort. */
  readonly onSort: (() => void) | null;
};

const ARIA = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column, with a button where it sorts. */
export function SortHeader({ header, hidden, end, order, onSort }: Props) {
  const Shape = order === 'desc' ? IconChevronDown : IconChevronUp;
  return (
    <th
      scope="col"
      className={end ? styles.end : styles.cell}
      {...(onSort ? { 'aria-sort': order ? ARIA[order] : 'none' } : {})}
    >
      {onSort ? (
        <button type="button" className={styles.sort} onClick={onSort}>
          {header}
          {order && <Shape size="0.8125rem" stroke={2} aria-hidden="true" />}
        </button>
      ) : (
        <span className={hidden ? styles.spoken : undefined}>{header}</span>
      )}
    </th>
  );
}
