import { Tooltip } from '@mantine/core';
import { Fragment } from 'react';
import { LOST } from '../../../shared/model/pack.ts';
import type { Marked } from './source-wording.ts';
import styles from './source-words.module.css';

/** A wording of the source; each stretch that the source lost is set apart from the words that are there. */
export function SourceWords({ text }: { readonly text: string }) {
  const [first, ...rest] = text.split(LOST);
  return (
    <>
      {first}
      {rest.map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
        <Fragment key={index}>
          <span className={styles.lost}>{LOST}</span>
          {words}
        </Fragment>
      ))}
    </>
  );
}

type Props = {
  readonly marked: Marked | null;
  /** Whether Tab stops at it. */
  readonly reached?: boolean;
};

/** Says that a wording was mended or lacks words; what the source has is shown on hover and focus. */
export function SourceMark({ marked, reached = true }: Props) {
  if (!marked) return null;
  return (
    <Tooltip label={marked.note} multiline maw="24rem" events={{ hover: true, focus: true, touch: true }}>
      <button
        type="button"
        className={styles.mark}
        tabIndex={reached ? 0 : -1}
        aria-label={`${marked.word}. ${marked.note}`}
      >
        {marked.word}
      </button>
    </Tooltip>
  );
}
