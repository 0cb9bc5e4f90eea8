import { IconAlertTriangle, IconHelpCircle, IconUserCheck } from '@tabler/icons-react';
import type { Trust } from '../../shared/model/evidence.ts';
import styles from './trust-line.module.css';
import { trustWords } from './trust-words.ts';

const SHAPES = { known: IconUserCheck, neutral: IconHelpCircle, suspect: IconAlertTriangle };

/** What is known of one key, by shape and words. */
export function TrustLine({ trust }: { readonly trust: Trust }) {
  const { tone, text } = trustWords(trust);
  const Shape = SHAPES[tone];
  return (
    <p className={`${styles.trust} ${styles[tone]}`}>
      <Shape size="0.9375rem" stroke={1.75} aria-hidden="true" className={styles.shape} />
      <span dir="auto">{text}</span>
    </p>
  );
}
