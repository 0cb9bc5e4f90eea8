import { number } from '../../../shared/api/amounts.ts';
import styles from './criteria-editor.module.css';
import type { LineFault } from './criteria-text.ts';

/** So many are worth listing at once. */
const MOST_SHOWN = 8;

type Props = { readonly faults: readonly LineFault[]; readonly onShow: (line: number) => void };

/** What is not right, line by line; each leads to its line. */
export function FaultList({ faults, onShow }: Props) {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} aria-label="Not right yet">
      {faults.slice(0, MOST_SHOWN).map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          <button type="button" className={styles.fault} onClick={() => onShow(line)}>
            Line {number(line)}: {message}
          </button>
        </li>
      ))}
      {faults.length > MOST_SHOWN && <li>and {number(faults.length - MOST_SHOWN)} more</li>}
    </ul>
  );
}
