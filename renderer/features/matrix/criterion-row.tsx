import { shallowEqual } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { LOST } from '../../../shared/model/pack.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { SourceWords } from '../../ui/source-words.tsx';
import styles from './matrix.module.css';
import { type Cells, type CriterionLine, cellKey, type MatrixColumn } from './matrix-lines.ts';
import { PlaceEditor } from './place-editor.tsx';
import { type Standing, StandingBadge } from './standing.tsx';

export type MatrixWords = {
  /** What a cell is: "linked", "planned". */
  readonly on: string;
  readonly off: string;
};

type Props = {
  readonly line: CriterionLine;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly MatrixColumn[];
  readonly drawn: readonly VirtualItem[];
  readonly cells: Cells;
  readonly words: MatrixWords;
  readonly standing: Standing | undefined;
  readonly locked: string | null;
  /** The column that holds the keyboard, if it is in this line. */
  readonly active: number | null;
  /** The first and last column of the chosen block, if it reaches this line. */
  readonly left: number | null;
  readonly right: number | null;
  /** What the editor starts with, if the active cell's place is being typed. */
  readonly editing: string | null;
  readonly onEdited: (place: string | null) => void;
};

/** A criterion with its cells, of which only those in sight are drawn. */
export const CriterionRow = memo(function CriterionRow(props: Props) {
  const { line, index, top, columns, drawn, cells, words, standing, locked, active, left, right, editing } = props;
  const { number, text } = line.criterion;
  const unit = line.unit.code;
  const said = `${unitName(line.unit)} ${number}`;
  const lead = standing === undefined ? 2 : 3;
  return (
    <tr className={styles.row} style={{ transform: `translateY(${top}px)` }} aria-rowindex={index + 2}>
      <th className={styles.criterion} scope="row" aria-colindex={1} title={text.replaceAll(LOST, '…')}>
        <span className={styles.number}>{number}</span>
        <span className={styles.words}>
          <SourceWords text={text} />
        </span>
      </th>
      {standing !== undefined && (
        <td className={styles.stands} aria-colindex={2}>
          <StandingBadge standing={standing} locked={locked} />
        </td>
      )}
      {drawn.map((item) => {
        const column = columns[item.index];
        if (!column) return null;
        const place = cells.get(cellKey(column.id, unit, number));
        const isActive = active === item.index;
        return (
          <td
            key={column.id}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the grid that it stands in
            role="gridcell"
            className={styles.cell}
            style={{ insetInlineStart: item.start }}
            data-line={index}
            data-column={item.index}
            data-on={place !== undefined}
            data-locked={locked !== null}
            aria-colindex={item.index + lead}
            aria-label={`${said}, ${column.short}: ${cellState(place, words)}${locked === null ? '' : ', locked'}`}
            aria-selected={left !== null && right !== null && item.index >= left && item.index <= right}
            aria-readonly={locked !== null}
            tabIndex={isActive ? 0 : -1}
          >
            <span className={styles.box} data-box aria-hidden="true">
              {place !== undefined && <IconCheck size="0.75rem" stroke={3} />}
            </span>
            {place && (
              <bdi className={styles.place} title={place}>
                {place}
              </bdi>
            )}
            {isActive && editing !== null && (
              <PlaceEditor label={`Place in ${column.short} for ${said}`} first={editing} onDone={props.onEdited} />
            )}
          </td>
        );
      })}
    </tr>
  );
}, isSame);

/** Whether a line would be drawn as it was: cells that changed in other lines, or out of sight, are not its own. */
function isSame({ cells: old, ...before }: Props, { cells: fresh, ...after }: Props): boolean {
  if (!shallowEqual(before, after)) return false;
  const { line, columns, drawn } = after;
  return drawn.every(({ index }) => {
    const key = cellKey(columns[index]?.id ?? '', line.unit.code, line.criterion.number);
    return old.get(key) === fresh.get(key);
  });
}

/** A cell in words: "linked, p 3". */
export function cellState(place: string | undefined, words: MatrixWords): string {
  if (place === undefined) return words.off;
  return place === '' ? words.on : `${words.on}, ${place}`;
}
