import type { Direction } from './character-codes.ts';
import { levelsOf } from './reading-order.ts';
import { type Shape, shape } from './shape.ts';
import type { TextStyle } from './text-style.ts';

/** What is never parted within a line: a word with its spaces, or a part of one that is of one direction. */
export type Word = {
  readonly text: string;
  readonly style: TextStyle;
  readonly shape: Shape;
  /** Points, spaces at the end included. */
  readonly width: number;
  /** Points without them: what must fit on the line. */
  readonly inkWidth: number;
  /** Odd: right to left. */
  readonly level: number;
  /** A line may end after it. */
  readonly breakable: boolean;
};

const SPACES = ' \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000';
/** A word with the spaces after it; a line may also end after a hyphen, a dash or a stroke between letters. */
const WORDS = new RegExp(
  `[^${SPACES}]+?(?:(?<=[\\p{L}\\p{N}][-\\u2010\\u2013\\u2014/])(?=\\p{L})|[${SPACES}]+|$)|[${SPACES}]+`,
  'gu',
);
const ONLY_SPACES = new RegExp(`^[${SPACES}]+$`, 'u');
const END_SPACES = new RegExp(`[${SPACES}]+$`, 'u');

export function isSpace(text: string): boolean {
  return ONLY_SPACES.test(text);
}

/** A stretch of a paragraph in one style. */
export type StyledText = { readonly text: string; readonly style: TextStyle };

/** Cuts one paragraph (no line ends in it) into words. A tab is drawn as four spaces. */
export function wordsOf(paragraph: string, style: TextStyle): readonly Word[] {
  return wordsOfRuns([{ text: paragraph, style }]);
}

/** Cuts one paragraph in several styles into words: no line ends where only the style changes. */
export function wordsOfRuns(runs: readonly StyledText[]): readonly Word[] {
  const styled = runs.map(({ text, style }) => ({ text: text.replaceAll('\t', '    '), style }));
  const text = styled.map((run) => run.text).join('');
  const levels = levelsOf(text);
  const words: Word[] = [];
  let at = 0;
  for (const piece of text.match(WORDS) ?? []) {
    const parts = partsInOneStyle(styled, at, at + piece.length).flatMap(({ from, to, style }) => {
      const directed = levels?.partsOf(from, to) ?? [{ text: text.slice(from, to), level: 0 }];
      return directed.map((part) => ({ ...part, style }));
    });
    for (const [index, part] of parts.entries()) {
      words.push(word(part.text, part.style, part.level, index === parts.length - 1));
    }
    at += piece.length;
  }
  return words;
}

/** Cuts a stretch of a paragraph, by its places there, where the style changes. */
function partsInOneStyle(runs: readonly StyledText[], start: number, end: number) {
  const parts: { readonly from: number; readonly to: number; readonly style: TextStyle }[] = [];
  let at = 0;
  for (const { text, style } of runs) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + text.length)];
    if (from < to) parts.push({ from, to, style });
    at += text.length;
    if (at >= end) break;
  }
  return parts;
}

export function word(text: string, style: TextStyle, level: number, breakable: boolean): Word {
  const direction: Direction = level % 2 === 1 ? 'rtl' : 'ltr';
  const scale = style.size / 1000;
  const whole = shape(text, style.weight, direction);
  const ink = text.replace(END_SPACES, '');
  const inkWidth = ink === text ? whole.width : ink === '' ? 0 : shape(ink, style.weight, direction).width;
  return { text, style, shape: whole, width: whole.width * scale, inkWidth: inkWidth * scale, level, breakable };
}
