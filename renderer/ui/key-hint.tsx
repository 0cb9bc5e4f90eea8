import styles from './key-hint.module.css';
import { shownKeys } from './shortcut.ts';

/** Keys as small caps beside a command. Decoration: what the keys do is said by the control that they stand beside. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {shownKeys(keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
