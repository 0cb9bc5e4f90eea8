import { type FeedbackBlock, type Run, readFeedback, writeFeedback } from '../../../shared/lib/feedback-text.ts';

/** Stands for a place in a text while it is read or written; no text holds it. */
const HERE = '\uffff';

/** A place in a line of feedback: how many of its letters stand before it, signs aside, and whether bold goes on there. */
export type PlaceInLine = { readonly letters: number; readonly bold: boolean };

/** What a line of a field's text is read as. */
export function lineBlock(line: string): FeedbackBlock {
  return readFeedback(line)[0] ?? { kind: 'paragraph', runs: [] };
}

export function lettersOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The place that a column of a line is; a column within a sign counts as the next one behind it. */
export function placeInLine(line: string, column: number): PlaceInLine {
  const block = lineBlock(line);
  for (let at = column; at <= line.length; at += 1) {
    const marked = lineBlock(line.slice(0, at) + HERE + line.slice(at));
    const run = marked.runs.find(({ text }) => text.includes(HERE));
    if (!run || writeFeedback([without(marked)]) !== writeFeedback([block])) continue;
    return { letters: lettersOf(marked.runs).indexOf(HERE), bold: run.bold };
  }
  return { letters: lettersOf(block.runs).length, bold: false };
}

/** Whether a column stands in bold that holds nothing yet: "**|**". */
export function isInEmptyBold(line: string, column: number): boolean {
  const marked = lineBlock(line.slice(0, column) + HERE + line.slice(column));
  return marked.runs.some(({ text, bold }) => bold && text === HERE);
}

/** The line that a block is written as, and the columns of two places in it, given in letters. */
export function writtenLine(block: FeedbackBlock, start: number, end: number) {
  const line = writeFeedback([block]);
  const columnOf = (letters: number, before: boolean) => {
    const marked = writeFeedback([{ ...block, runs: withMark(block.runs, letters, before) }]);
    return Math.min(marked.indexOf(HERE), line.length);
  };
  return { line, columns: [columnOf(start, false), columnOf(end, true)] as const };
}

/** The runs with the mark between two letters, within the run of the letter before it or of the one behind. */
function withMark(runs: readonly Run[], letters: number, before: boolean): readonly Run[] {
  let left = 0;
  for (const [index, run] of runs.entries()) {
    const within = letters - left;
    left += run.text.length;
    const last = index === runs.length - 1;
    if (before ? within > run.text.length : within >= run.text.length && !last) continue;
    const text = run.text.slice(0, within) + HERE + run.text.slice(within);
    return runs.with(index, { text, bold: run.bold });
  }
  return [...runs, { text: HERE, bold: false }];
}

function without(block: FeedbackBlock): FeedbackBlock {
  return { ...block, runs: block.runs.map(({ text, bold }) => ({ text: text.replace(HERE, ''), bold })) };
}
