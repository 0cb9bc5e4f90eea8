import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AttemptDetails } from './attempt-details.tsx';
import styles from './attempt-item.module.css';

type Props = {
  readonly row: AttemptRow;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onMark: () => void;
  readonly onChanged: () => void;
};

/** One attempt of a learner: a line that opens in place. */
export function AttemptItem({ row, opened, onToggle, onMark, onChanged }: Props) {
  const id = useId();
  const Shape = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={onToggle}
      >
        <Shape size="0.875rem" stroke={2} aria-hidden="true" className={styles.shape} />
        <span className={styles.title}>
          {row.assessmentTitle}
          <span className={styles.quiet}>
            Attempt {row.number}, received {showDate(row.dateReceived)}
          </span>
        </span>
        {row.state === 'signed' && row.outcome ? (
          <OutcomeBadge outcome={row.outcome} />
        ) : (
          <StateBadge state={row.state} />
        )}
      </button>
      {opened && (
        <div id={id} className={styles.body}>
          <AttemptDetails attempt={row.attempt} onMark={onMark} onChanged={onChanged} />
        </div>
      )}
    </li>
  );
}
