import { useMemo, useState } from 'react';
import { dueDateSentence } from '../../../shared/api/due-date-sentences.ts';
import { type CivilDate, showDate } from '../../../shared/lib/dates.ts';
import type { DueDateRules } from '../../../shared/model/due-dates.ts';
import { dueDateCounter, turnaroundOf } from '../../../shared/rules/due-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { QualificationRow } from './draft.ts';
import styles from './due-example.module.css';

type Props = {
  readonly rules: DueDateRules;
  readonly rows: readonly QualificationRow[];
  readonly today: CivilDate;
};

/** What the rules come to as they stand now, saved or not, for work that comes in on a day. */
export function DueExample({ rules, rows, today }: Props) {
  const [received, setReceived] = useState<CivilDate | null>(today);
  const examples = useMemo(() => {
    const count = dueDateCounter(rules);
    return rows.flatMap(({ key, title, pack, qualification, sourceDays }) => {
      const turnaround = turnaroundOf(rules, pack, qualification, sourceDays);
      return turnaround && received ? [{ key, title, due: count(received, turnaround) }] : [];
    });
  }, [rules, rows, received]);
  return (
    <section className={styles.example} aria-label="Example">
      <DateField label="Example: work received on" value={received} onChange={setReceived} />
      {received && examples.length === 0 && (
        <p className={styles.quiet}>Nobody sets days for any qualification, so no result has a due date.</p>
      )}
      <ul className={styles.list}>
        {examples.map(({ key, title, due }) => (
          <li key={key}>
            {title}: due <strong>{showDate(due.date)}</strong>
            <span className={styles.quiet}>{dueDateSentence(due)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
