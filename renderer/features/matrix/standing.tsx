import { IconCircleCheckFilled, IconCircleDashed, IconLock, IconTriangleInvertedFilled } from '@tabler/icons-react';
import styles from './matrix.module.css';

/** How a criterion stands; null while nobody judged it. */
export type Standing = 'achieved' | 'not-yet' | null;

const SHOWN = {
  achieved: { word: 'Achieved', Shape: IconCircleCheckFilled },
  'not-yet': { word: 'Not yet', Shape: IconTriangleInvertedFilled },
  none: { word: 'Not judged', Shape: IconCircleDashed },
} as const;

/** How a criterion stands, by word and shape, with a lock where its cells cannot change. */
export function StandingBadge({ standing, locked }: { readonly standing: Standing; readonly locked: string | null }) {
  const { word, Shape } = SHOWN[standing ?? 'none'];
  return (
    <span className={styles.standing} data-standing={standing ?? 'none'} title={locked ?? undefined}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden="true" />
      {word}
      {locked !== null && <IconLock size="0.875rem" stroke={1.75} role="img" aria-label="Locked" />}
    </span>
  );
}
