import type { ReactNode } from 'react';
import styles from './entrance.module.css';

/** The one column of the screens before the workspace is open. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <p className={styles.product}>Countersign</p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
