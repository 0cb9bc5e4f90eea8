import type { ReactNode } from 'react';
import styles from './screen.module.css';

type Props = {
  /** The screen's name; it is the page's first heading, read by screen readers and not drawn. */
  readonly title: string;
  readonly children: ReactNode;
  /** A `StatusLine`. */
  readonly status?: ReactNode;
};

/** The frame of every screen: what it shows, and the status line below it. */
export function Screen({ title, children, status }: Props) {
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.content}>{children}</div>
      {status}
    </div>
  );
}
