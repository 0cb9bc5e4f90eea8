import { linesAt, type TextEdit } from './feedback-edit.ts';
import { isInEmptyBold, placeInLine } from './feedback-place.ts';

const BULLET = '- ';
const BOLD = '**';

/** Bullets on or off for the lines that are selected; lines without words and quotations stay as they are. */
export function toggleBullets(text: string, start: number, end: number): TextEdit {
  const { from, to } = linesAt(text, start, end);
  const lines = text.slice(from, to).split('\n');
  const takes = (line: string) => lines.length === 1 || (line.trim() !== '' && !line.startsWith('> '));
  const off = lines.some(takes) && lines.filter(takes).every((line) => line.startsWith(BULLET));
  const changed = lines.map((line) => {
    if (!takes(line)) return line;
    if (off) return line.slice(BULLET.length);
    return line.startsWith(BULLET) ? line : BULLET + line;
  });
  const shift = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const insert = changed.join('\n');
  const begins = Math.max(from, start + shift);
  return { from, to, insert, select: [begins, Math.max(begins, end + insert.length - (to - from))] };
}

/**
 * What Enter does where it does more than end the line: a bullet is followed by a bullet, an empty one ends the list,
 * and bold that goes on over the end of the line is written on both. Null everywhere else.
 */
export function enter(text: string, start: number, end: number): TextEdit | null {
  const { from, to } = linesAt(text, start, start);
  const [line, column] = [text.slice(from, to), start - from];
  const inList = line.startsWith(BULLET) && column >= BULLET.length;
  if (inList && start === end && line.slice(BULLET.length).trim() === '') {
    return { from, to, insert: '', select: [from, from] };
  }
  const next = inList ? `\n${BULLET}` : '\n';
  const bold = start === end && !isInEmptyBold(line, column) && placeInLine(line, column).bold;
  if (!inList && !bold) return null;
  const put = (at: number, insert: string, caret: number): TextEdit => ({
    from: at,
    to: at + end - start,
    insert,
    select: [at + caret, at + caret],
  });
  if (!bold) return put(start, next, next.length);
  if (line.startsWith(BOLD, column)) return put(start + BOLD.length, next, next.length);
  if (line.endsWith(BOLD, column)) {
    return put(start - BOLD.length, next, next.length + BOLD.length);
  }
  return put(start, BOLD + next + BOLD, BOLD.length * 2 + next.length);
}
