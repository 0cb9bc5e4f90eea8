import { IconArrowBackUp, IconCircle, IconLock, IconProgress } from '@tabler/icons-react';
import type { AttemptState } from '../../shared/model/submission.ts';
import styles from './state-badge.module.css';

const STATES = {
  'to-mark': { word: 'To mark', Shape: IconCircle },
  'in-progress': { word: 'In progress', Shape: IconProgress },
  signed: { word: 'Signed', Shape: IconLock },
  returned: { word: 'Returned', Shape: IconArrowBackUp },
} as const;

/** The word for where an attempt stands. */
export function stateWord(state: AttemptState): string {
  return STATES[state].word;
}

/** Where an attempt stands, by word and shape. */
export function StateBadge({ state }: { readonly state: AttemptState }) {
  const { word, Shape } = STATES[state];
  return (
    <span className={styles.badge}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden="true" />
      {word}
    </span>
  );
}
