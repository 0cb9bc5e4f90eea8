import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of a long page: what it is about on the left, its controls on the right, a hairline above. */
export function Section({
  heading,
  hint,
  wide = false,
  children,
}: {
  readonly heading: string;
  readonly hint?: string;
  /** The body takes the width that there is: it holds a list, not fields. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={wide ? `${styles.section} ${styles.wide}` : styles.section} aria-labelledby={id}>
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
