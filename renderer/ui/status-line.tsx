import type { ReactNode } from 'react';
import styles from './status-line.module.css';

type Props = {
  readonly children: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
};

/** The one line at the bottom of a screen, always in the same place: saving, outcome, what is missing. */
export function StatusLine({ children, actions }: Props) {
  return (
    <footer className={styles.line}>
      <div className={styles.items}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </footer>
  );
}

/** One thing the line says. `live` reads it out when it changes. */
export function StatusItem({
  children,
  tone = 'plain',
  live = false,
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'quiet' | 'error';
  readonly live?: boolean;
}) {
  return (
    <span className={styles[tone]} {...(live ? { role: 'status' } : {})}>
      {children}
    </span>
  );
}
