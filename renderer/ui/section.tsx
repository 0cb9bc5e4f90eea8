import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of a long page: what it is about on the left, its controls on the right, a hairline above. */
export function Section({
  heading,
  hint,
  children,
}: {
  readonly heading: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.about}>
        <h2 className={styles.heading} id={id}>
          {heading}
        </h2>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
