import { IconAlertTriangle, IconHelpCircle, IconUserCheck } from '@tabler/icons-react';
import type { Trust } from '../../shared/model/evidence.ts';
import styles from './trust-line.module.css';
import { leadTrustWords, trustWords } from './trust-words.ts';

const SHAPES = { known: IconUserCheck, neutral: IconHelpCircle, suspect: IconAlertTriangle };

type Props = {
  readonly trust: Trust;
  /** The key signed the register itself, which cannot vouch for it. */
  readonly ofLead?: boolean;
};

/** What is known of one key, by shape and words. */
export function TrustLine({ trust, ofLead = false }: Props) {
  const { tone, text } = ofLead ? leadTrustWords(trust) : trustWords(trust);
  const Shape = SHAPES[tone];
  return (
    <p className={`${styles.trust} ${styles[tone]}`}>
      <Shape size="0.9375rem" stroke={1.75} aria-hidden="true" className={styles.shape} />
      <span dir="auto">{text}</span>
    </p>
  );
}
