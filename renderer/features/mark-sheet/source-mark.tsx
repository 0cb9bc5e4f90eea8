import { Tooltip } from '@mantine/core';
import styles from './source-mark.module.css';
import type { Marked } from './source-wording.ts';

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
