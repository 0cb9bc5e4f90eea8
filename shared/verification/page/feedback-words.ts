import { type FeedbackBlock, readFeedback } from '../../lib/feedback-text.ts';

/** What a layout may put before a bullet's words; another keeps it out of the text. */
const BULLET = '•';
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

/**
 * What the pages may say where a sheet has feedback, without its signs: its words alone, or with a mark before each
 * bullet. Before feedback had signs it was printed as it was typed; such a sheet still says what it said.
 */
export function printedFeedback(text: string): readonly [words: string, ...others: string[]] {
  const blocks = readFeedback(text.replace(LINE_ENDS, '\n'));
  const words = blocks.map(wordsOf).join('\n');
  const marked = blocks.map((block) => {
    const said = wordsOf(block);
    return block.kind === 'bullet' && said.trim() !== '' ? `${BULLET} ${said}` : said;
  });
  return [words, ...new Set([marked.join('\n'), text])];
}

/** A quotation's words stand behind the number of its highlight. */
function wordsOf(block: FeedbackBlock): string {
  const words = block.runs.map((run) => run.text).join('');
  return block.kind === 'quotation' && block.number !== null ? `[${block.number}] ${words}` : words;
}
