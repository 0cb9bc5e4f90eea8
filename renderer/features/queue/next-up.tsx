import type { AttemptRow } from '../../../shared/api/contract.ts';
import { dueWords } from '../../../shared/api/due-date-sentences.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import { dueStanding } from '../../../shared/rules/due-date.ts';
import type { Command } from '../../store/commands.ts';
import { useSession } from '../../store/workspace.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Name } from '../../ui/name.tsx';
import styles from './next-up.module.css';

/** What to mark next, one key away. */
export function NextUp({ row, command }: { readonly row: AttemptRow; readonly command: Command }) {
  const today = useSession()?.today ?? null;
  return (
    <div className={styles.next}>
      <div className={styles.what}>
        <span className={styles.quiet}>{row.state === 'in-progress' ? 'Carry on with' : 'Next to mark'}</span>
        <strong className={styles.name}>
          <Name>{row.learnerName}</Name>
        </strong>
        <span className={styles.quiet}>
          {row.assessmentTitle}, attempt {row.number}, received {showDate(row.dateReceived)}
          {row.due &&
            today &&
            `, ${dueStanding(row.due, today) === 'overdue' ? '' : 'due '}${dueWords(row.due, today)}`}
        </span>
      </div>
      <CommandButton command={command} variant="filled" />
    </div>
  );
}
