import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './data-table.module.css';
import { SortHeader } from './sort-header.tsx';
import { type SortKey, type SortOrder, useSortedRows } from './use-sorted-rows.ts';

export type Column<Row> = SortKey<Row> & {
  readonly header: string;
  /** A grid track: `7rem`, `minmax(10rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  /** The header is for screen readers only. */
  readonly headerHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

type Props<Row extends object> = {
  readonly label: string;
  /** Keep columns and `rowKey` stable: module scope or useMemo. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter on a row, or a click. */
  readonly onOpen?: (row: Row) => void;
  /** The arrow keys came to a row. */
  readonly onReach?: (row: Row) => void;
  /** Space on a row. */
  readonly onToggle?: (row: Row) => void;
  /** The key of the row drawn as chosen. */
  readonly chosen?: string | null;
  /** Rows drawn quietly: what is done leaves the way. */
  readonly quiet?: (row: Row) => boolean;
  readonly initialSort?: SortOrder;
  /** Takes the keyboard when it appears and nothing else has it. */
  readonly autoFocus?: boolean;
  /** Stands in place of the rows where there are none. */
  readonly empty?: ReactNode;
};

/** A table for ten thousand rows: only what is in sight is drawn; arrows move, Enter opens, heads sort. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { label, columns, rows, rowKey, chosen = null, autoFocus = false } = props;
  const { sorted, orderOf, toggle } = useSortedRows(rows, rowKey, columns, props.initialSort);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const takeFocus = useRef(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);

  const rowHeight = 2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const active = Math.max(
    0,
    sorted.findIndex((item) => item.key === (activeKey ?? chosen)),
  );
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingEnd: rowHeight,
    // The row that holds the keyboard stays in the page wherever the person scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])].filter((index) => index < range.count),
  });

  useLayoutEffect(() => {
    if (!takeFocus.current || activeKey === null) return;
    takeFocus.current = false;
    const row = body.current?.querySelector(`[data-key="${CSS.escape(activeKey)}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  }, [activeKey]);

  const ready = virtualizer.getVirtualItems().length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there
  useLayoutEffect(() => {
    if (!ready) return;
    if (active > 0) virtualizer.scrollToIndex(active, { align: 'center' });
    if (!autoFocus || !nothingHasFocus()) return;
    const row = body.current?.querySelector('[tabindex="0"]');
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  }, [ready]);

  function reach(index: number): void {
    const to = Math.max(0, Math.min(sorted.length - 1, index));
    const item = sorted[to];
    if (!item) return;
    takeFocus.current = true;
    virtualizer.scrollToIndex(to);
    setActiveKey(item.key);
    props.onReach?.(item.row);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const onRow = event.target instanceof HTMLElement && event.target.tagName === 'TR';
    if (!onRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = sorted[active];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: sorted.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) reach(to);
    else if (event.key === 'Enter' && item) props.onOpen?.(item.row);
    else if (event.key === ' ' && item && props.onToggle) props.onToggle(item.row);
    else return;
    event.preventDefault();
  }

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows take the keyboard
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead className={styles.head} hidden={sorted.length === 0}>
          <tr aria-rowindex={1} className={styles.row} style={template}>
            {columns.map((column) => (
              <SortHeader
                key={column.id}
                header={column.header}
                hidden={column.headerHidden ?? false}
                end={column.align === 'end'}
                order={orderOf(column.id)}
                onSort={column.sort ? () => toggle(column.id) : null}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body} className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((place) => {
            const item = sorted[place.index];
            if (!item) return null;
            return (
              <tr
                key={item.key}
                data-key={item.key}
                aria-rowindex={place.index + 2}
                aria-selected={item.key === chosen}
                tabIndex={place.index === active ? 0 : -1}
                className={props.quiet?.(item.row) ? `${styles.row} ${styles.quiet}` : styles.row}
                style={{ ...template, transform: `translateY(${place.start}px)` }}
                onFocus={() => setActiveKey(item.key)}
                onClick={() => props.onOpen?.(item.row)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={column.align === 'end' ? styles.end : styles.cell}>
                    {column.cell(item.row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {sorted.length === 0 && props.empty}
    </div>
  );
}

function nothingHasFocus(): boolean {
  const held = document.activeElement;
  return held === null || held === document.body || held.tagName === 'MAIN';
}
