import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  readonly heading: string;
  /** What belongs here and how it gets here. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: ReactNode;
};

/** What stands where there is nothing yet. */
export function EmptyState({ heading, children, actions, icon }: Props) {
  return (
    <div className={styles.empty}>
      {icon && (
        <div className={styles.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <h2 className={styles.heading}>{heading}</h2>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
