import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, useRef } from 'react';
import type { Position } from './matrix-move.ts';

/** In rem. */
const ROW = 2;
const COLUMN = 4.5;
const STANDS = 7.5;
const CRITERION = { share: 0.36, least: 9, most: 48 };
const DRAWN_BEYOND = { rows: 6, columns: 3 };

type Of = {
  readonly lines: number;
  readonly columns: number;
  readonly at: Position;
  /** Whether there is a column that says how criteria stand. */
  readonly stands: boolean;
};

/** Which lines and columns are in sight, where they are drawn, and how a cell is brought into sight. */
export function useMatrixSize({ lines, columns, at, stands }: Of) {
  const element = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const scroller = useMergedRef(element, ref);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const standing = stands ? STANDS * rem : 0;
  // What few columns leave is the criteria's.
  const wanted = Math.max(width * CRITERION.share, width - standing - columns * COLUMN * rem);
  const criterion = Math.round(clamp(wanted, CRITERION.least * rem, CRITERION.most * rem));
  const head = ROW * rem;
  // The cell that holds the keyboard stays in the page wherever the person scrolls.
  const withActive = (index: number) => (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), index])]
      .filter((one) => one < range.count)
      .sort((one, other) => one - other);
  const rows = useVirtualizer({
    count: lines,
    getScrollElement: () => element.current,
    estimateSize: () => ROW * rem,
    overscan: DRAWN_BEYOND.rows,
    paddingStart: head,
    scrollPaddingStart: head,
    rangeExtractor: withActive(at.line),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => element.current,
    estimateSize: () => COLUMN * rem,
    overscan: DRAWN_BEYOND.columns,
    paddingStart: criterion + standing,
    scrollPaddingStart: criterion + standing,
    rangeExtractor: withActive(at.column),
  });
  // The same columns stay the same list, so that a step along a line draws no other line anew.
  const kept = useRef<readonly VirtualItem[]>([]);
  const drawn = across.getVirtualItems();
  if (!isSameList(kept.current, drawn)) kept.current = drawn;
  const style: CSSProperties & Record<`--${string}`, string> = {
    width: Math.max(across.getTotalSize(), width),
    height: rows.getTotalSize(),
    '--matrix-criterion': `${criterion}px`,
    '--matrix-standing': `${standing}px`,
    '--matrix-column': `${COLUMN * rem}px`,
    '--matrix-sight': `${width}px`,
  };
  return {
    scroller,
    rows,
    drawn: kept.current,
    style,
    /** Lines in sight. */
    pageSize: () => Math.max(1, Math.floor((element.current?.clientHeight ?? head) / head) - 2),
    reveal: ({ line, column }: Position) => {
      rows.scrollToIndex(line);
      across.scrollToIndex(column);
    },
  };
}

function isSameList(before: readonly VirtualItem[], after: readonly VirtualItem[]): boolean {
  return (
    before.length === after.length &&
    before.every((item, at) => item.index === after[at]?.index && item.start === after[at]?.start)
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
