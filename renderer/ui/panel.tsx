import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import styles from './panel.module.css';

type Props = {
  readonly heading: string;
  /** Stands at the end of the heading's line. */
  readonly actions?: ReactNode;
  /** A line under the heading that stays while the body scrolls. */
  readonly toolbar?: ReactNode;
  /** Stays at the bottom while the body scrolls. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** The body brings its own padding and scrolling (a table, a script). */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  /** Takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
};

/** A part of a screen with a heading, divided from its neighbours by one hairline that the neighbour draws. */
export function Panel({
  heading,
  actions,
  toolbar,
  footer,
  children,
  flush = false,
  className,
  autoFocus = false,
}: Props) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (autoFocus) title.current?.focus();
  }, [autoFocus]);
  return (
    <section className={className ? `${styles.panel} ${className}` : styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 ref={title} className={styles.heading} id={id} tabIndex={-1}>
          {heading}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {toolbar && <div className={styles.toolbar}>{toolbar}</div>}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
