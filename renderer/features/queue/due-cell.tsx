import { IconAlertTriangleFilled, IconCalendar, IconClockHour3 } from '@tabler/icons-react';
import { dueWords } from '../../../shared/api/due-date-sentences.ts';
import { type CivilDate, showDate } from '../../../shared/lib/dates.ts';
import { dueStanding } from '../../../shared/rules/due-date.ts';
import styles from './due-cell.module.css';

const SHAPES = { overdue: IconAlertTriangleFilled, 'this-week': IconClockHour3, later: IconCalendar } as const;

/** When a result is due, by date and as seen from today; shape and words say it, not the colour alone. */
export function DueCell({ due, today }: { readonly due: CivilDate; readonly today: CivilDate }) {
  const standing = dueStanding(due, today);
  const Shape = SHAPES[standing];
  return (
    <span className={styles.due}>
      <span>{showDate(due)} </span>
      <span className={`${styles.words} ${styles[standing]}`}>
        <Shape size="0.75rem" aria-hidden="true" />
        {dueWords(due, today)}
      </span>
    </span>
  );
}
