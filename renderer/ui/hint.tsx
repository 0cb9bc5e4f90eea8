import styles from './hint.module.css';
import { KeyHint } from './key-hint.tsx';

/** What a control's hover hint holds: what it does, and its keys. */
export function Hint({ name, keys }: { readonly name: string; readonly keys: string | undefined }) {
  return (
    <span className={styles.hint}>
      {name}
      {keys && <KeyHint keys={keys} />}
    </span>
  );
}
