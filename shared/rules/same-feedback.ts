import { plainFeedback } from '../lib/feedback-text.ts';

/** Characters from which on a text can be more than a statement of the comment bank, and from which on it surely is. */
const OWN_FEEDBACK = 120;
const NO_STATEMENT = 200;
const SENTENCES = /[.!?…]["'”’)]* \S/u;

/**
 * A field's words as they are compared between sheets: without signs, white space and case folded. Null where they are
 * no more than a sentence: the comment bank gives the same sentence to many, and that is no fault.
 */
export function comparedFeedback(text: string): string | null {
  const words = plainFeedback(text).normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  const isOwn = words.length >= NO_STATEMENT || (words.length >= OWN_FEEDBACK && SENTENCES.test(words));
  return isOwn ? words : null;
}
