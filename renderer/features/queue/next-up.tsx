import type { AttemptRow } from '../../../shared/api/contract.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Name } from '../../ui/name.tsx';
import styles from './next-up.module.css';

/** What to mark next, one key away. */
export function NextUp({ row, command }: { readonly row: AttemptRow; readonly command: Command }) {
  return (
    <div className={styles.next}>
      <div className={styles.what}>
        <span className={styles.quiet}>{row.state === 'in-progress' ? 'Carry on with' : 'Next to mark'}</span>
        <strong className={styles.name}>
          <Name>{row.learnerName}</Name>
        </strong>
        <span className={styles.quiet}>
          {row.assessmentTitle}, attempt {row.number}, received {showDate(row.dateReceived)}
        </span>
      </div>
      <CommandButton command={command} variant="filled" />
    </div>
  );
}
