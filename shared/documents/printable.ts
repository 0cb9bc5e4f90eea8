/**
 * Text as it can be printed: nothing is dropped in silence. Every kind of line end becomes a line feed; what has no
 * shape and no place in a document's XML shows as U+FFFD.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(NOTHING_TO_PRINT, '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: showing control characters is the point
const NOTHING_TO_PRINT = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;
