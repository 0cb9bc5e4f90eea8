import { IconCircleCheckFilled, IconCircleDashed, IconTriangleInvertedFilled } from '@tabler/icons-react';
import { outcomeWord } from '../../shared/api/decision-sentences.ts';
import type { Outcome } from '../../shared/model/mark-sheet.ts';
import styles from './outcome-badge.module.css';

const SHAPES = { pass: IconCircleCheckFilled, referral: IconTriangleInvertedFilled, incomplete: IconCircleDashed };

/** An outcome by word, shape and colour; never by colour alone. */
export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  const Shape = SHAPES[outcome];
  return (
    <span className={`${styles.badge} ${styles[outcome]}`}>
      <Shape size="0.875rem" aria-hidden="true" />
      {outcomeWord(outcome)}
    </span>
  );
}
