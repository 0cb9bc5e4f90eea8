import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashedCheck,
  IconProgress,
  IconTriangleInvertedFilled,
} from '@tabler/icons-react';
import type { UnitState } from '../../../shared/rules/unit-progress.ts';
import type { UnitDraft } from '../../store/enrolment-drafts.ts';
import styles from './unit-state-badge.module.css';

const STATES = {
  achieved: { word: 'Achieved', Shape: IconCircleCheckFilled },
  referred: { word: 'Referred', Shape: IconTriangleInvertedFilled },
  'in-progress': { word: 'In progress', Shape: IconProgress },
  planned: { word: 'Planned', Shape: IconCircle },
} as const;
const GRANTED = { rpl: 'Achieved, RPL', exemption: 'Achieved, exempt' } as const;

/** Where a unit stands, by word and shape; never by colour alone. */
export function UnitStateBadge({ state, how }: { readonly state: UnitState; readonly how: UnitDraft['how'] }) {
  const { word, Shape } = STATES[state];
  const Granted = how === 'planned' ? Shape : IconCircleDashedCheck;
  return (
    <span className={`${styles.badge} ${styles[how === 'planned' ? state : 'achieved']}`}>
      <Granted size="0.875rem" stroke={1.75} aria-hidden="true" />
      {how === 'planned' ? word : GRANTED[how]}
    </span>
  );
}
