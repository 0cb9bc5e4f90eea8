import { IconCircleCheckFilled, IconHelpHexagon, IconOctagonFilled } from '@tabler/icons-react';
import type { FileVerification } from '../../shared/api/contract.ts';
import styles from './verdict-badge.module.css';

export type Verdict = FileVerification['verdict'];

const VERDICTS = {
  intact: { word: 'Intact', Shape: IconCircleCheckFilled },
  altered: { word: 'Altered', Shape: IconOctagonFilled },
  'not-checkable': { word: 'Not checkable', Shape: IconHelpHexagon },
} as const;

/** The word for a verdict. Nothing that was not checked is ever called good. */
export function verdictWord(verdict: Verdict): string {
  return VERDICTS[verdict].word;
}

/** What verifying a file came to, by word, shape and colour. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { word, Shape } = VERDICTS[verdict];
  return (
    <span className={`${styles.badge} ${styles[verdict]}`}>
      <Shape size="0.9375rem" aria-hidden="true" />
      {word}
    </span>
  );
}
