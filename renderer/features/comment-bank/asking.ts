/** A request for the bank in a field: what is replaced begins at `from`, the words to search by at `words`. */
export type Asking = { readonly from: number; readonly words: number };

/** Typed at the start of a word, it asks for the bank as soon as a letter follows. */
const TRIGGER = ';';
const BEFORE_A_WORD = /(?:^|[\s([{"'“‘—–-])$/u;

/** The request that a character just typed before the caret makes; null where it makes none. */
export function askedBy(text: string, caret: number): Asking | null {
  if (text[caret - 1] !== TRIGGER || !BEFORE_A_WORD.test(text.slice(0, caret - 1))) return null;
  return { from: caret - 1, words: caret };
}

/** The request of a person who opened the bank at the caret without the trigger. */
export function askedAt(caret: number): Asking {
  return { from: caret, words: caret };
}

/**
 * What was typed since; null where it is a request no more: the trigger is gone, the caret went elsewhere, a line ended,
 * or what follows the trigger is no letter, as in "one thing; another".
 */
export function typedSince({ from, words }: Asking, text: string, caret: number): string | null {
  if (caret < words || (from < words && text[from] !== TRIGGER)) return null;
  const typed = text.slice(words, caret);
  return typed === '' || /^[\p{L}\p{N}][^\n]*$/u.test(typed) ? typed : null;
}

/** Whether the list is to be shown already: the trigger alone is a semicolon like any other. */
export function showsList({ from, words }: Asking, typed: string): boolean {
  return from === words || typed !== '';
}

/** A statement as it is put in at a place: apart from the word before it. */
export function spaced(statement: string, before: string): string {
  return BEFORE_A_WORD.test(before) ? statement : ` ${statement}`;
}
