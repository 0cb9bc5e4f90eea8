import type { ReactNode } from 'react';
import type { GuidanceBlock, Qualification } from '../../../shared/model/pack.ts';
import styles from './plan-guidance.module.css';

type Props = {
  /** What the source says of a plan, from `planGuidance`. */
  readonly words: readonly GuidanceBlock[];
  /** Draws a run of the source's text. */
  readonly blocks: (blocks: readonly GuidanceBlock[]) => ReactNode;
};

/** What an assessment plan is, in the source's words where it has any. */
export function PlanGuidance({ words, blocks }: Props) {
  if (words.length === 0) {
    return (
      <p className={styles.quiet}>
        The source of this qualification does not ask for a plan. A plan shows how each unit is to be assessed against
        its criteria, by which pieces of work, and when in the programme.
      </p>
    );
  }
  return (
    <figure className={styles.source}>
      <figcaption className={styles.quiet}>What the source asks for</figcaption>
      <blockquote>{blocks(words)}</blockquote>
    </figure>
  );
}

/** The blocks of a qualification's guidance that speak of an assessment plan. */
export function planGuidance(qualification: Qualification | undefined): readonly GuidanceBlock[] {
  return (qualification?.guidance ?? []).flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind !== 'table' && /\bassessment plan\b/i.test(block.text)),
  );
}
