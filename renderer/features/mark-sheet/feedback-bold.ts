import type { FeedbackBlock, Run } from '../../../shared/lib/feedback-text.ts';
import { linesAt, type TextEdit } from './feedback-edit.ts';
import { isInEmptyBold, lettersOf, lineBlock, placeInLine, writtenLine } from './feedback-place.ts';

const SIGN = '**';
/** The letters of a word before and behind the caret. */
const BEFORE = /[\p{L}\p{M}\p{N}'’-]*$/u;
const BEHIND = /^[\p{L}\p{M}\p{N}'’-]*/u;

/**
 * Bold on or off: for what is selected, line by line; for the word at the caret; without a word for what is typed next.
 * At the end of bold words the caret leaves them. Null where there is nothing to do.
 */
export function toggleBold(text: string, start: number, end: number): TextEdit | null {
  return start === end ? atCaret(text, start) : overSelection(text, start, end);
}

function atCaret(text: string, caret: number): TextEdit {
  const { from, to } = linesAt(text, caret, caret);
  const [line, column] = [text.slice(from, to), caret - from];
  if (isInEmptyBold(line, column)) {
    return { from: caret - SIGN.length, to: caret + SIGN.length, insert: '', select: [caret - 2, caret - 2] };
  }
  const place = placeInLine(line, column);
  if (place.bold && text.startsWith(SIGN, caret)) {
    return { from: caret, to: caret, insert: '', select: [caret + SIGN.length, caret + SIGN.length] };
  }
  const block = lineBlock(line);
  const letters = lettersOf(block.runs);
  const start = place.letters - (BEFORE.exec(letters.slice(0, place.letters))?.[0].length ?? 0);
  const end = place.letters + (BEHIND.exec(letters.slice(place.letters))?.[0].length ?? 0);
  if (start === end) return { from: caret, to: caret, insert: SIGN + SIGN, select: [caret + 2, caret + 2] };
  const bold = !isBold(block.runs, start, end);
  const written = writtenLine(withBold(block, start, end, bold), place.letters, place.letters);
  const at = from + written.columns[place.letters === start ? 0 : 1];
  return { from, to, insert: written.line, select: [at, at] };
}

function overSelection(text: string, start: number, end: number): TextEdit | null {
  const { from, to } = linesAt(text, start, end);
  let at = from;
  const lines = text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const stretch = stretchOf(line, Math.max(0, start - at), Math.min(line.length, end - at));
      at += line.length + 1;
      return { line, block: lineBlock(line), ...stretch };
    });
  const chosen = lines.filter((one) => one.first < one.last);
  if (chosen.length === 0) return null;
  const bold = !chosen.every(({ block, first, last }) => isBold(block.runs, first, last));
  let select: readonly [number, number] | null = null;
  let written = '';
  for (const [index, { line, block, first, last }] of lines.entries()) {
    if (index > 0) written += '\n';
    if (first >= last) written += line;
    else {
      const made = writtenLine(withBold(block, first, last, bold), first, last);
      const [begins, ends] = [from + written.length + made.columns[0], from + written.length + made.columns[1]];
      select = [select?.[0] ?? begins, ends];
      written += made.line;
    }
  }
  return select && { from, to, insert: written, select };
}

/** The letters of a line between two columns, without the spaces around them. */
function stretchOf(line: string, start: number, end: number) {
  if (start >= end) return { first: 0, last: 0 };
  const [first, last] = [placeInLine(line, start).letters, placeInLine(line, end).letters];
  const chosen = lettersOf(lineBlock(line).runs).slice(first, last);
  const leading = chosen.length - chosen.trimStart().length;
  return { first: first + leading, last: first + Math.max(leading, chosen.trimEnd().length) };
}

function isBold(runs: readonly Run[], first: number, last: number): boolean {
  let at = 0;
  return runs.every(({ text, bold }) => {
    const [from, to] = [Math.max(first, at), Math.min(last, at + text.length)];
    at += text.length;
    return bold || from >= to || text.slice(from - at + text.length, to - at + text.length).trim() === '';
  });
}

function withBold(block: FeedbackBlock, first: number, last: number, bold: boolean): FeedbackBlock {
  let at = 0;
  const runs = block.runs.flatMap((run): readonly Run[] => {
    const begins = at;
    at += run.text.length;
    const [from, to] = [Math.max(first, begins) - begins, Math.min(last, at) - begins];
    if (from >= to) return [run];
    const parts = [
      { text: run.text.slice(0, from), bold: run.bold },
      { text: run.text.slice(from, to), bold },
      { text: run.text.slice(to), bold: run.bold },
    ];
    return parts.filter((part) => part.text !== '');
  });
  return { ...block, runs };
}
