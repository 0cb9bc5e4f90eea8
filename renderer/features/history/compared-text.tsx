import { useMemo } from 'react';
import { wordChanges } from '../../../shared/lib/word-changes.ts';
import styles from './compared-text.module.css';

type Props = {
  /** What the field holds now, and what it held then. */
  readonly now: string;
  readonly then: string;
};

/** What a field held, with what would come back by it and what would go. */
export function ComparedText({ now, then }: Props) {
  const runs = useMemo(() => wordChanges(now, then).map((run, at) => ({ ...run, at })), [now, then]);
  const differs = runs.some((run) => run.kind !== 'same');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard */}
      <section className={styles.text} aria-label="What the field held" dir="auto" tabIndex={0}>
        {then === '' && !differs && <span className={styles.empty}>Empty</span>}
        {runs.map(({ at, kind, text }) => {
          if (kind === 'added') return <ins key={at}>{text}</ins>;
          return kind === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>;
        })}
      </section>
      {differs && (
        <p className={styles.key}>
          <ins>Underlined</ins> comes back with this version, <del>struck through</del> is there now and goes.
        </p>
      )}
    </>
  );
}
