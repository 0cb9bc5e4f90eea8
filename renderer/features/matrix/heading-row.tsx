import { memo } from 'react';
import { unitName } from '../../../shared/model/unit-name.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import styles from './matrix.module.css';
import type { MatrixLine } from './matrix-lines.ts';

type Props = {
  readonly line: Exclude<MatrixLine, { kind: 'criterion' }>;
  readonly index: number;
  readonly top: number;
  /** Columns in all, which the head spans. */
  readonly span: number;
  /** How far the unit is: "7 of 12 with evidence". */
  readonly summary: string | null;
};

/** The head of a unit or of one of its outcomes. */
export const HeadingRow = memo(function HeadingRow({ line, index, top, span, summary }: Props) {
  const text = line.kind === 'unit' ? line.unit.title : line.outcome.text;
  const number = line.kind === 'unit' ? unitName(line.unit) : line.outcome.number;
  return (
    <tr
      className={`${styles.row} ${line.kind === 'unit' ? styles.unitRow : styles.outcomeRow}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
    >
      <th className={styles.heading} scope="rowgroup" colSpan={span} aria-colindex={1} title={text}>
        <span className={styles.number}>{number}</span>
        <span className={styles.words}>
          <SourceWords text={text} />
        </span>
        {summary !== null && <span className={styles.summary}>{summary}</span>}
      </th>
    </tr>
  );
});
