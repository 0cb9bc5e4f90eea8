import { assertNever } from './assert-never.ts';

/** Words of feedback as they are set: plain or bold. */
export type Run = { readonly text: string; readonly bold: boolean };

/** A line of feedback. A quotation carries the number of its highlight in the script, where it has one. */
export type FeedbackBlock =
  | { readonly kind: 'paragraph' | 'bullet'; readonly runs: readonly Run[] }
  | { readonly kind: 'quotation'; readonly number: number | null; readonly runs: readonly Run[] };

const BULLET = /^- /;
const QUOTATION = /^> (?:\[(\d{1,6})\] )?/;
const LEADING_SIGN = /^[->] /;
/** In brackets at the beginning of a quotation's words, what would be read as its highlight's number. */
const LEADING_NUMBER = /^\[(?=\d{1,6}\] )/;

/** In words, what would be read as a sign: asterisks side by side, a backslash before what it would take the meaning of. */
const READ = /\\(?=[\\*[>-]|$)|\*(?=\*)|(?<=\*)\*/g;
/** The same beside bold, whose own asterisks stand at the ends of the words. */
const READ_BESIDE_BOLD = /\\(?=[\\*[>-]|$)|\*(?=\*|$)|(?<=\*|^)\*/g;

/**
 * Feedback is kept as text, a block on each line: "- " before a bullet, "> " or "> [3] " before a quotation, "**" around
 * bold words, a backslash before a sign that is meant as such. Any text can be read; text without signs is itself.
 */
export function readFeedback(text: string): readonly FeedbackBlock[] {
  return text.split('\n').map((line): FeedbackBlock => {
    if (BULLET.test(line)) return { kind: 'bullet', runs: readRuns(line.slice(2)) };
    const quotation = QUOTATION.exec(line);
    if (!quotation) return { kind: 'paragraph', runs: readRuns(line) };
    const number = quotation[1] === undefined ? null : Number(quotation[1]);
    return { kind: 'quotation', number, runs: readRuns(line.slice(quotation[0].length)) };
  });
}

/** The text that `readFeedback` reads as these blocks. Line breaks inside a run become spaces. */
export function writeFeedback(blocks: readonly FeedbackBlock[]): string {
  return blocks.map(writeBlock).join('\n');
}

/** Feedback as a reader sees it, without signs: a line for each block. */
export function plainFeedback(text: string): string {
  return readFeedback(text)
    .map((block) => block.runs.map((run) => run.text).join(''))
    .join('\n');
}

function writeBlock(block: FeedbackBlock): string {
  const words = writeRuns(block.runs);
  switch (block.kind) {
    case 'bullet':
      return `- ${words}`;
    case 'quotation':
      return block.number === null ? `> ${words.replace(LEADING_NUMBER, '\\[')}` : `> [${block.number}] ${words}`;
    case 'paragraph':
      return LEADING_SIGN.test(words) ? `\\${words}` : words;
    default:
      return assertNever(block);
  }
}

function writeRuns(runs: readonly Run[]): string {
  const whole = joined(runs);
  return whole
    .map(({ text, bold }) => {
      const words = text.replace(/\s*\n\s*/g, ' ').replace(whole.length > 1 || bold ? READ_BESIDE_BOLD : READ, '\\$&');
      return bold ? `**${words}**` : words;
    })
    .join('');
}

/** Neighbours of one kind as one run, none empty: "****" would open and close nothing. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (run.text === '') continue;
    if (last?.bold === run.bold) whole[whole.length - 1] = { text: last.text + run.text, bold: run.bold };
    else whole.push(run);
  }
  return whole;
}

function readRuns(line: string): readonly Run[] {
  const runs: Run[] = [];
  let bold = false;
  let words = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    const next = line[at + 1] ?? '';
    if (sign === '\\' && /[\\*[>-]/.test(next)) {
      words += next;
      at += 1;
    } else if (sign === '*' && next === '*' && (bold || closes(line, at + 2))) {
      if (words !== '') runs.push({ text: words, bold });
      words = '';
      bold = !bold;
      at += 1;
    } else words += sign;
  }
  if (words !== '') runs.push({ text: words, bold });
  return runs;
}

/** Whether bold that would begin here ends on the same line, with words in it; otherwise the asterisks are themselves. */
function closes(line: string, from: number): boolean {
  for (let at = from; at < line.length - 1; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '*' && line[at + 1] === '*') return at > from;
  }
  return false;
}
