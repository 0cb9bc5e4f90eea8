/** The encoding of a font's character set, by its number in the font table. */
const BY_CHARSET: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

const BY_PAGE: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);

/** Null where the set says nothing of its own and the document's encoding holds. */
export function encodingOfCharset(charset: number): string | null {
  return BY_CHARSET.get(charset) ?? null;
}

export function encodingOfPage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  // Of the old DOS pages only this one is at hand; its letters stand where the others have theirs, which is enough to count.
  if (page >= 437 && page <= 869) return 'ibm866';
  return BY_PAGE.get(page) ?? 'windows-1252';
}
