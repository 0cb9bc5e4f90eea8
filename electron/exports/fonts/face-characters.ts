import { type FaceName, readFace } from './faces.ts';
import { findTable } from './true-type-tables.ts';

/**
 * The characters that a face has, from the font's own table of them: whether a text can be printed is asked long before
 * anything is drawn, and parsing fonts for it would cost the start and the memory of everybody who only marks.
 */
export function hasCharacter(name: FaceName, code: number): boolean {
  let ranges = known.get(name);
  if (!ranges) {
    ranges = characterRanges(readFace(name));
    known.set(name, ranges);
  }
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) break;
    if (code < range.first) high = middle - 1;
    else if (code > range.last) low = middle + 1;
    else return range.glyph + code - range.first > 0;
  }
  return false;
}

/** Characters that follow each other, with the glyph of the first; glyph 0 says that there is none. */
type Range = { readonly first: number; readonly last: number; readonly glyph: number };

const known = new Map<FaceName, readonly Range[]>();
const WINDOWS = 3;
const ALL_OF_UNICODE = 10;
const SEGMENTED_COVERAGE = 12;

/** Table `cmap`, its subtable for all of Unicode; ranges are sorted there. Throws where a font has none. */
function characterRanges(bytes: Uint8Array): readonly Range[] {
  const table = findTable(bytes, 'cmap');
  for (let record = 0; record < table.getUint16(2); record += 1) {
    const entry = 4 + record * 8;
    if (table.getUint16(entry) !== WINDOWS || table.getUint16(entry + 2) !== ALL_OF_UNICODE) continue;
    const start = table.getUint32(entry + 4);
    if (table.getUint16(start) !== SEGMENTED_COVERAGE) break;
    return Array.from({ length: table.getUint32(start + 12) }, (_, index) => {
      const group = start + 16 + index * 12;
      return { first: table.getUint32(group), last: table.getUint32(group + 4), glyph: table.getUint32(group + 8) };
    });
  }
  throw new Error('The font has no table of all its characters');
}
