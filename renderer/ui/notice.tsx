import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const SHAPES = { error: IconAlertTriangle, warning: IconAlertTriangle, info: IconInfoCircle, done: IconCircleCheck };

type Props = {
  readonly tone: keyof typeof SHAPES;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** A sentence where the person looks: an error is read out at once, the rest when there is a pause. */
export function Notice({ tone, children, actions }: Props) {
  const Shape = SHAPES[tone];
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Shape size="1rem" stroke={1.75} aria-hidden="true" className={styles.shape} />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
