import type { Digest } from '../../shared/model/ids.ts';
import styles from './key-words.module.css';

type Props = { readonly words: readonly string[]; readonly fingerprint: Digest };

/** A key as six words for the telephone; the whole fingerprint on hover and for those who want to copy it. */
export function KeyWords({ words, fingerprint }: Props) {
  return (
    <details className={styles.key}>
      <summary className={styles.words} title="Compare these words by telephone">
        {words.join(' ')}
      </summary>
      <code className={styles.fingerprint}>{fingerprint}</code>
    </details>
  );
}
