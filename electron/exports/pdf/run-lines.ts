import type { Run } from '../../../shared/lib/feedback-text.ts';
import { fillLines, type Line } from '../fonts/break-lines.ts';
import { baseLevelOf } from '../fonts/reading-order.ts';
import { type StyledText, wordsOfRuns } from '../fonts/words.ts';
import { STYLE } from './house-style.ts';

/** Runs of feedback in the form's type. */
export function styledRuns(runs: readonly Run[]): readonly StyledText[] {
  return runs.map(({ text, bold }) => ({ text, style: bold ? STYLE.bold : STYLE.body }));
}

/** One paragraph of runs, broken into lines of at most `width` points. */
export function runLines(runs: readonly StyledText[], width: number): readonly Line[] {
  const base = baseLevelOf(runs.map((run) => run.text).join(''));
  return fillLines(wordsOfRuns(runs), width, STYLE.body.leading, base);
}
