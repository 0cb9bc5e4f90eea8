import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { MatrixUnit } from '../../../shared/api/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { CriterionRow, cellState, type MatrixWords } from './criterion-row.tsx';
import { HeadingRow } from './heading-row.tsx';
import styles from './matrix.module.css';
import { MatrixDetail } from './matrix-detail.tsx';
import { type CellChange, type Cells, cellKey, linesOf, type MatrixColumn } from './matrix-lines.ts';
import { movedBy, type Position } from './matrix-move.ts';
import { cleared, type Fill, placed, type Range, rangeOf, toggled } from './matrix-range.ts';
import type { Standing } from './standing.tsx';
import { useMatrixPlace } from './use-matrix-place.ts';
import { useMatrixSize } from './use-matrix-size.ts';

type Props = {
  readonly label: string;
  /** Keep these, `columns` and the functions stable: module scope, useMemo or useCallback. */
  readonly units: readonly MatrixUnit[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: Cells;
  readonly words: MatrixWords;
  /** Whether a cell says where: Enter or typing edits it. */
  readonly places: boolean;
  /** How a criterion stands; absent where that is not known here. */
  readonly standingOf?: (unit: string, criterion: string) => Standing;
  /** Why the cells of a criterion cannot change; null where they can. */
  readonly lockedBy?: (unit: string, criterion: string) => string | null;
  /** How far a unit is, in a few words. */
  readonly summaryOf?: (unit: string) => string;
  readonly onChange: (changes: readonly CellChange[]) => void;
};

const unlocked = () => null;

/**
 * Criteria against columns, for hundreds of both: only what is in sight is drawn. Arrows move, Shift spans a block, Space
 * turns it on or off, Enter or typing says where.
 */
export function Matrix(props: Props) {
  const { label, units, columns, cells, words, places, standingOf, lockedBy = unlocked, summaryOf, onChange } = props;
  const lines = useMemo(() => linesOf(units), [units]);
  const place = useMatrixPlace(lines, columns);
  const { at, range, go } = place;
  const body = useRef<HTMLTableElement>(null);
  const takeFocus = useRef(false);
  const copied = useRef('');
  const [editing, setEditing] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const size = useMatrixSize({ lines: lines.length, columns: columns.length, at, stands: Boolean(standingOf) });
  const { scroller, rows, drawn, pageSize, reveal } = size;

  useLayoutEffect(() => {
    if (!takeFocus.current || editing !== null) return;
    takeFocus.current = false;
    const cell = body.current?.querySelector(`[data-line="${at.line}"][data-column="${at.column}"]`);
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }, [at, editing]);

  function move(to: Position, extend: boolean): void {
    takeFocus.current = true;
    setRefused(null);
    reveal(to);
    go(to, extend);
  }

  const fillOf = { lines, columns, cells, isLocked: (unit: string, one: string) => lockedBy(unit, one) !== null };
  function perform({ changes, locked }: Fill): void {
    const [first] = locked;
    const why = first ? lockedBy(first.unit.code, first.criterion.number) : null;
    setRefused(
      locked.length > 1 && why ? `${count(locked.length, 'criterion is', 'criteria are')} locked. ${why}` : why,
    );
    if (changes.length > 0) onChange(changes);
  }
  function edit(first: string, of: Position): void {
    const line = lines[of.line];
    if (!places || line?.kind !== 'criterion') return;
    const why = lockedBy(line.unit.code, line.criterion.number);
    setRefused(why);
    if (why === null) setEditing(first);
  }

  const stateAt = ({ line: index, column: place }: Position): string | undefined => {
    const line = lines[index];
    const column = columns[place];
    return line?.kind === 'criterion' && column
      ? cells.get(cellKey(column.id, line.unit.code, line.criterion.number))
      : undefined;
  };

  function onKeyDown(event: KeyboardEvent): void {
    const onCell = event.target instanceof HTMLElement && event.target.dataset.column !== undefined;
    if (!onCell || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    const to = movedBy(event, at, lines, columns.length, pageSize());
    if (to) move(to, event.shiftKey);
    else if (mod && event.key === 'c') copied.current = stateAt(at) ?? '';
    else if (mod && event.key === 'v' && places) perform(placed(fillOf, range, copied.current));
    else if (mod || event.altKey) return;
    else if (event.key === ' ') perform(toggled(fillOf, range));
    else if (event.key === 'Delete' || event.key === 'Backspace') perform(cleared(fillOf, range));
    else if (event.key === 'Enter' && places) edit(stateAt(at) ?? '', at);
    else if (event.key.length === 1 && places) edit(event.key, at);
    else return;
    event.preventDefault();
  }

  const cellOf = (event: MouseEvent): { readonly to: Position; readonly box: boolean } | null => {
    const hit = event.target instanceof Element ? event.target : null;
    const cell = hit?.closest('[data-column]');
    if (!(cell instanceof HTMLElement) || hit?.tagName === 'INPUT') return null;
    const to = { line: Number(cell.dataset.line), column: Number(cell.dataset.column) };
    return { to, box: hit?.closest('[data-box]') != null };
  };
  function onClick(event: MouseEvent): void {
    const hit = cellOf(event);
    if (!hit) return;
    move(hit.to, event.shiftKey);
    if (hit.box && !event.shiftKey) perform(toggled(fillOf, rangeOf(hit.to, hit.to)));
  }
  function onDoubleClick(event: MouseEvent): void {
    const hit = cellOf(event);
    if (hit && !hit.box) edit(stateAt(hit.to) ?? '', hit.to);
  }

  // The rows keep this function, so that a key pressed in one draws no other anew.
  const finish = useRef<(typed: string | null) => void>(() => undefined);
  finish.current = (typed) => {
    takeFocus.current = true;
    setEditing(null);
    if (typed !== null) perform(placed(fillOf, rangeOf(at, at), typed));
  };
  const onEdited = useCallback((typed: string | null) => finish.current(typed), []);

  const line = lines[at.line];
  const lock = line?.kind === 'criterion' ? lockedBy(line.unit.code, line.criterion.number) : null;
  const lead = standingOf ? 2 : 1;
  const inBlock = (index: number, { top, bottom }: Range) => index >= top && index <= bottom;
  return (
    <div className={styles.matrix}>
      <div ref={scroller} className={styles.scroller}>
        <table
          ref={body}
          className={styles.table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the keyboard
          role="grid"
          aria-label={label}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + lead}
          aria-multiselectable="true"
          style={size.style}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
        >
          <thead className={styles.head}>
            <tr aria-rowindex={1} className={styles.headRow}>
              <th className={styles.criterion} scope="col" aria-colindex={1}>
                Criterion
              </th>
              {standingOf && (
                <th className={styles.stands} scope="col" aria-colindex={2}>
                  Stands
                </th>
              )}
              {drawn.map((item) => (
                <th
                  key={item.key}
                  className={styles.columnHead}
                  scope="col"
                  aria-colindex={item.index + lead + 1}
                  data-active={item.index === at.column}
                  title={columns[item.index]?.title}
                  style={{ insetInlineStart: item.start }}
                >
                  {columns[item.index]?.short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.getVirtualItems().map(({ index, start, key }) => {
              const one = lines[index];
              if (!one) return null;
              if (one.kind !== 'criterion') {
                const summary = one.kind === 'unit' ? (summaryOf?.(one.unit.code) ?? null) : null;
                const span = columns.length + lead;
                return <HeadingRow key={key} {...{ line: one, index, top: start, span, summary }} />;
              }
              const here = index === at.line;
              return (
                <CriterionRow
                  key={key}
                  line={one}
                  index={index}
                  top={start}
                  columns={columns}
                  drawn={drawn}
                  cells={cells}
                  words={words}
                  standing={standingOf?.(one.unit.code, one.criterion.number)}
                  locked={lockedBy(one.unit.code, one.criterion.number)}
                  active={here ? at.column : null}
                  left={inBlock(index, range) ? range.left : null}
                  right={inBlock(index, range) ? range.right : null}
                  editing={here ? editing : null}
                  onEdited={onEdited}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {refused !== null && <Notice tone="error">{refused}</Notice>}
      <MatrixDetail line={line} column={columns[at.column]} state={cellState(stateAt(at), words)} locked={lock} />
    </div>
  );
}
