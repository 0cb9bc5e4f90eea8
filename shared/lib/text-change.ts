/** Where two texts differ: what stood at a place, and what stands there instead. Offsets in UTF-16 code units. */
export type TextChange = { readonly at: number; readonly removed: string; readonly inserted: string };

/** The shortest single stretch in which `after` differs from `before`; no character is cut in half. */
export function textChange(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at += 1;
  if (at > 0 && isFirstHalf(before, at - 1)) at -= 1;
  let same = 0;
  while (same < most - at && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  if (same > 0 && isSecondHalf(before, before.length - same)) same -= 1;
  return { at, removed: before.slice(at, before.length - same), inserted: after.slice(at, after.length - same) };
}

/** Characters of several words that typing alone may bring between two saves, on a disk that takes a second. */
const TYPED_AT_ONCE = 16;

/** Whether a change takes away or puts in more than a word: a paste, a cut, no typing. */
export function isLong({ removed, inserted }: TextChange): boolean {
  return [removed, inserted].some((text) => text.length > TYPED_AT_ONCE && /\S\s+\S/.test(text));
}

/** The text before a change, from the text after it; null where the change does not fit. */
export function withoutChange(after: string, { at, removed, inserted }: TextChange): string | null {
  return replaced(after, at, inserted, removed);
}

/** The text after a change, from the text before it; null where the change does not fit. */
export function withChange(before: string, { at, removed, inserted }: TextChange): string | null {
  return replaced(before, at, removed, inserted);
}

function replaced(text: string, at: number, from: string, to: string): string | null {
  return text.startsWith(from, at) ? text.slice(0, at) + to + text.slice(at + from.length) : null;
}

function isFirstHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00;
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}
