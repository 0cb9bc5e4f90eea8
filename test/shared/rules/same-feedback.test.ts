import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparedFeedback } from '../../../shared/rules/same-feedback.ts';

const WORDS =
  'You weigh both options by the same four criteria. The costs are yours and are dated. What is left out is said to be left out, and why.';

describe('feedback as it is compared between sheets', () => {
  it.each([
    ['other white space', WORDS.replaceAll(' ', ' \n ')],
    ['other capitals', WORDS.toUpperCase()],
    ['bold words', WORDS.replace('both options', '**both options**')],
    ['bullets', `- ${WORDS.replace('. The', '.\n- The')}`],
    ['white space around it', `\n ${WORDS}\n\n`],
  ])('is the same with %s', (_, text) => expect(comparedFeedback(text)).toBe(comparedFeedback(WORDS)));

  it('is another where a word is', () => {
    expect(comparedFeedback(WORDS.replace('four', 'five'))).not.toBe(comparedFeedback(WORDS));
  });

  it('is nothing where it is short, or no more than a sentence', () => {
    for (const text of ['', 'Clear.', WORDS.slice(0, 119), `${'a long word '.repeat(12)}ends.`]) {
      expect(comparedFeedback(text)).toBeNull();
    }
    expect(comparedFeedback('a long sentence '.repeat(13))).not.toBeNull();
  });

  it('is nothing where it is one sentence of the bank that ships', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'seeds', 'bank');
    const bank: { groups: { strengths: string[]; improvements: string[] }[] } = JSON.parse(
      readFileSync(join(folder, 'ilm-8316.json'), 'utf8'),
    );
    const statements = bank.groups.flatMap((one) => [...one.strengths, ...one.improvements]);
    const sentences = statements.filter((one) => !/[.!?] \S/.test(one));
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((one) => comparedFeedback(one) !== null)).toEqual([]);
  });
});
