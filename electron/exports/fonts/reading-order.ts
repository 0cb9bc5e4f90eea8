import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
/** Text without any of these is read from left to right all along. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

type LevelPart = { readonly text: string; readonly level: number };

/** The directions of one paragraph, by the Unicode bidirectional algorithm. */
type Levels = {
  /** 1 for a paragraph that is read from the right. */
  readonly base: number;
  /** Cuts a stretch of the paragraph where the direction changes. */
  partsOf(start: number, end: number): readonly LevelPart[];
};

/** Null for a paragraph that is left to right throughout: the common case, and much the faster one. */
export function levelsOf(paragraph: string): Levels | null {
  if (!RIGHT_TO_LEFT.test(paragraph)) return null;
  const found = bidi.getEmbeddingLevels(paragraph, 'auto');
  const base = found.paragraphs[0]?.level ?? 0;
  return {
    base,
    partsOf(start, end) {
      const parts: { text: string; level: number }[] = [];
      let spaces = false;
      for (let at = start; at < end; at++) {
        const level = found.levels[at] ?? base;
        const character = paragraph.charAt(at);
        const space = character === ' ';
        const last = parts.at(-1);
        if (last && last.level === level && space === spaces) last.text += character;
        else parts.push({ text: character, level });
        spaces = space;
      }
      return parts;
    },
  };
}

/** The base direction of a paragraph: 1 if it is read from the right. */
export function baseLevelOf(paragraph: string): number {
  return levelsOf(paragraph)?.base ?? 0;
}

/**
 * The order in which the parts of one line stand from left to right (rule L2 of the algorithm): places in reading order.
 * The spaces at the line's end take the paragraph's own direction (rule L1).
 */
export function visualOrder(levels: readonly number[], trailing: number, base: number): readonly number[] {
  const own = levels.map((level, index) => (index >= levels.length - trailing ? base : level));
  const order = own.map((_, index) => index);
  const highest = Math.max(0, ...own);
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((own[order[start] ?? 0] ?? 0) < level) continue;
      let end = start;
      while (end + 1 < order.length && (own[order[end + 1] ?? 0] ?? 0) >= level) end++;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
