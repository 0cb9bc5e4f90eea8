import type { ReactNode } from 'react';
import styles from './list-beside.module.css';
import { Panel } from './panel.tsx';

type Props = { readonly list: ReactNode; readonly children: ReactNode };

/** A list with what it is about beside it. */
export function ListBeside({ list, children }: Props) {
  return (
    <div className={styles.split}>
      {list}
      {children}
    </div>
  );
}

type SideProps = {
  readonly heading: string;
  /** What the part that scrolls is called. */
  readonly label: string;
  readonly add: ReactNode;
  /** What the list is of. */
  readonly head: ReactNode;
  /** The list, or that there is nothing in it. */
  readonly children: ReactNode;
};

/** The list's side: what it is of, the list, and below it what is good to know. */
export function ListSide({ heading, label, add, head, children }: SideProps) {
  return (
    <Panel heading={heading} flush className={styles.side} actions={add}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <section className={styles.scroll} aria-label={label} tabIndex={0}>
        <div className={styles.head}>{head}</div>
        {children}
      </section>
    </Panel>
  );
}

type RulesProps = { readonly summary: string; readonly children: ReactNode };

/** What is good to know, folded away. */
export function ListRules({ summary, children }: RulesProps) {
  return (
    <details className={styles.rules}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

type FirstProps = {
  readonly panel: string;
  /** What the text is about. */
  readonly label: string;
  readonly heading: string;
  readonly children: ReactNode;
  readonly add: ReactNode;
  /** What is to be read at full width below. */
  readonly below?: ReactNode;
};

/** What stands in the place of the rest before the first entry, and teaches. */
export function BeforeFirst({ panel, label, heading, children, add, below }: FirstProps) {
  return (
    <Panel heading={panel} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by the keyboard */}
      <section className={styles.empty} aria-label={label} tabIndex={0}>
        <div className={styles.teach}>
          <h3 className={styles.heading}>{heading}</h3>
          {children}
          <div>{add}</div>
        </div>
        {below}
      </section>
    </Panel>
  );
}
