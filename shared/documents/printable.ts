/**
 * Text as it can be printed: nothing is dropped in silence. Every kind of line end becomes a line feed; what has no
 * shape and no place in a document's XML shows as its control picture or as U+FFFD.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, (control) => String.fromCodePoint(0x2400 + (control.codePointAt(0) ?? 0)))
    .replace(NO_CHARACTERS, '\ufffd');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: showing control characters is the point
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/gu;
const NO_CHARACTERS = /[\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;
