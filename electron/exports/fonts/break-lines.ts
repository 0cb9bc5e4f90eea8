import { baseLevelOf, visualOrder } from './reading-order.ts';
import type { TextStyle } from './text-style.ts';
import { isSpace, type Word, word, wordsOf } from './words.ts';

/** A word on its line: `x` in points from the line's left. */
export type PlacedWord = { readonly word: Word; readonly x: number };

/** One line of text, its words in reading order. */
export type Line = {
  readonly words: readonly PlacedWord[];
  /** Points, without the spaces at the end. */
  readonly width: number;
  readonly leading: number;
  /** The paragraph is read from the right, so its lines are set against the right edge. */
  readonly fromRight: boolean;
};

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Breaks a text into lines of at most `width` points; each line end in the text begins a new paragraph. */
export function breakLines(text: string, style: TextStyle, width: number): readonly Line[] {
  return paragraphsOf(text).flatMap((paragraph) => breakParagraph(paragraph, style, width));
}

/** The paragraphs of a text; an empty one stands for an empty line. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

/** Breaks one paragraph; an empty one gives one empty line. */
export function breakParagraph(paragraph: string, style: TextStyle, width: number): readonly Line[] {
  return fillLines(wordsOf(paragraph, style), width, style.leading, baseLevelOf(paragraph));
}

/** Fills lines with words, which may be of several styles. */
export function fillLines(words: readonly Word[], width: number, leading: number, base: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  const flush = (): void => {
    lines.push(setLine(line, leading, base));
    line = [];
    used = 0;
  };
  const take = (taken: readonly Word[]): void => {
    for (const each of taken) {
      line.push(each);
      used += each.width;
    }
  };
  for (const unit of unbreakable(words)) {
    const ink = inkWidthOf(unit);
    if (used + ink > width && line.length > 0) flush();
    if (ink <= width) {
      take(unit);
      continue;
    }
    for (const part of unit.flatMap((each) => cutToFit(each, width))) {
      if (used + part.inkWidth > width && line.length > 0) flush();
      take([part]);
    }
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines;
}

/** Words between which no line may end, together. */
function unbreakable(words: readonly Word[]): readonly (readonly Word[])[] {
  const units: Word[][] = [];
  let open: Word[] | null = null;
  for (const each of words) {
    if (open) open.push(each);
    else {
      open = [each];
      units.push(open);
    }
    if (each.breakable) open = null;
  }
  return units;
}

/** The width of what must fit: the spaces at the end may hang over. */
function inkWidthOf(unit: readonly Word[]): number {
  let total = 0;
  let ink = 0;
  for (const each of unit) {
    if (!isSpace(each.text)) ink = total + each.inkWidth;
    total += each.width;
  }
  return ink;
}

/** Cuts what is wider than a line between its characters; nothing is left out. */
function cutToFit(long: Word, width: number): readonly Word[] {
  if (long.inkWidth <= width) return [long];
  const { style, level } = long;
  const clusters = [...graphemes.segment(long.text)].map((segment) => segment.segment);
  const parts: Word[] = [];
  let start = 0;
  while (start < clusters.length) {
    let end = start;
    let used = 0;
    while (end < clusters.length) {
      used += word(clusters[end] ?? '', style, level, true).width;
      if (used > width && end > start) break;
      end++;
    }
    let part = word(clusters.slice(start, end).join(''), style, level, true);
    while (part.inkWidth > width && end > start + 1) {
      end--;
      part = word(clusters.slice(start, end).join(''), style, level, true);
    }
    parts.push(part);
    start = end;
  }
  return parts;
}

/** Gives every word of a line its place. */
export function setLine(words: readonly Word[], leading: number, base: number): Line {
  const fromRight = base === 1;
  let width = inkWidthOf(words);
  if (!fromRight && words.every((each) => each.level === 0)) {
    let x = 0;
    const placed = words.map((each) => {
      const place = { word: each, x };
      x += each.width;
      return place;
    });
    return { words: placed, width, leading, fromRight };
  }
  let trailing = 0;
  while (trailing < words.length && isSpace(words[words.length - 1 - trailing]?.text ?? '')) trailing++;
  const order = visualOrder(
    words.map((each) => each.level),
    trailing,
    base,
  );
  const places = new Map<number, number>();
  let x = fromRight ? -words.slice(words.length - trailing).reduce((sum, each) => sum + each.width, 0) : 0;
  for (const index of order) {
    places.set(index, x);
    x += words[index]?.width ?? 0;
  }
  width = fromRight ? x : width;
  return { words: words.map((each, index) => ({ word: each, x: places.get(index) ?? 0 })), width, leading, fromRight };
}
