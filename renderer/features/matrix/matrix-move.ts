import type { MatrixLine } from './matrix-lines.ts';

/** A cell by the places of its line and column. */
export type Position = { readonly line: number; readonly column: number };

/** What is looked at of a key that was pressed. */
type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean };

/**
 * Where a key leads from a cell; null where it leads nowhere. Only criteria hold cells, so that heads are stepped over.
 * `page` is how many lines are in sight.
 */
export function movedBy(
  event: Pressed,
  at: Position,
  lines: readonly MatrixLine[],
  columns: number,
  page: number,
): Position | null {
  if (event.altKey) return null;
  const last = columns - 1;
  const first = { line: nearest(lines, 0, 1), column: 0 };
  const end = { line: nearest(lines, lines.length - 1, -1), column: last };
  if (event.ctrlKey || event.metaKey) return event.key === 'Home' ? first : event.key === 'End' ? end : null;
  switch (event.key) {
    case 'ArrowUp':
      return { ...at, line: Math.max(first.line, nearest(lines, at.line - 1, -1)) };
    case 'ArrowDown':
      return { ...at, line: nearest(lines, at.line + 1, 1) };
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(last, at.column + 1) };
    case 'Home':
      return { ...at, column: 0 };
    case 'End':
      return { ...at, column: last };
    case 'PageUp':
      return { ...at, line: nearest(lines, at.line - page, -1) };
    case 'PageDown':
      return { ...at, line: nearest(lines, at.line + page, 1) };
    default:
      return null;
  }
}

/** The line of a criterion at a place or beyond it; where there is none any more, the last on the way back. */
export function nearest(lines: readonly MatrixLine[], from: number, step: 1 | -1): number {
  const start = Math.max(0, Math.min(lines.length - 1, from));
  for (let index = start; index >= 0 && index < lines.length; index += step) {
    if (lines[index]?.kind === 'criterion') return index;
  }
  for (let index = start; index >= 0 && index < lines.length; index -= step) {
    if (lines[index]?.kind === 'criterion') return index;
  }
  return 0;
}
