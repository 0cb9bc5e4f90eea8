import type { WordCount } from '../model/pack.ts';
import type { WordCountVerdict, WordsRead } from '../model/submission.ts';

/** Words of a text as word processors count them: runs without white space that hold a letter or a digit. */
export function countWords(text: string): number {
  let words = 0;
  for (const run of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(run)) words += 1;
  return words;
}

/** The words of an attempt's scripts together against the brief's range; a brief without a range is a state. */
export function judgeWordCount(range: WordCount, scripts: readonly WordsRead[]): WordCountVerdict {
  let words = 0;
  for (const script of scripts) {
    if (script.kind === 'not-read') return { kind: 'not-counted' };
    words += script.words;
  }
  if (scripts.length === 0) return { kind: 'not-counted' };
  if (range.kind === 'none') return { kind: 'no-range', words };
  const { minimum, maximum } = range;
  const kind = words < minimum ? 'under' : words > maximum ? 'over' : 'within';
  return { kind, words, minimum, maximum };
}
