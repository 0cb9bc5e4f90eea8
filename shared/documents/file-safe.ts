// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const UNSAFE = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f]/gu;
/** Marks that turn or hide text in a file list, so that a name would not be what it looks like. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/iu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text that Windows, macOS and Linux all take in a file name: NFC, one space at most, nothing hidden. May be empty. */
export function fileSafe(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(UNSAFE, '_')
    .replace(/^[\s.\-~]+|[\s.]+$/gu, '');
}

/** A name that Windows keeps for devices ("CON", "lpt1.x") made an ordinary one; any other as it is. */
export function notReserved(name: string): string {
  return RESERVED.test(name) ? `_${name}` : name;
}

/** The longest beginning within both limits that cuts no character in two, trimmed at its end. */
export function shortened(text: string, units: number, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += utf8Length(segment);
    if (kept.length + segment.length > units || size > bytes) break;
    kept += segment;
  }
  return kept.replace(/[\s.]+$/u, '');
}

/** The first character as a reader sees it, marks and all. */
export function firstCharacter(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return '';
}

/** Bytes of the text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
