import type { CSSProperties } from 'react';
import type { HighlightKind } from '../../../shared/model/highlight.ts';

/** Colours that sections take in turn; the number beside each tells those apart that share one. */
const COLOURS = 8;

/** The token of a section's colour, for its place on the sheet from 1; a note of no section has a colour of its own. */
export function markToken(number: number | null): string {
  return number === null ? '--mark-note' : `--mark-${((number - 1) % COLOURS) + 1}`;
}

/** Paper is white in both schemes, and so are the colours on it; a drawn document does not see the page's tokens. */
export function markColour(number: number | null): string {
  return getComputedStyle(document.documentElement).getPropertyValue(markToken(number)).trim();
}

const LINES: Readonly<Record<HighlightKind, string>> = { strengths: 'solid', improvements: 'dashed', note: 'dotted' };

type Look = {
  readonly kind: HighlightKind;
  readonly colour: string;
  /** Drawn all around, because there are no words to underline. */
  readonly framed: boolean;
  readonly flashing: boolean;
};

/** What is drawn over words: tinted in the section's colour, underlined in the style of what they are for. */
export function markStyle({ kind, colour, framed, flashing }: Look): CSSProperties {
  const line = `${kind === 'note' ? 3 : 2}px ${LINES[kind]} ${colour}`;
  return {
    position: 'absolute',
    boxSizing: 'border-box',
    background: `color-mix(in srgb, ${colour} ${flashing ? 42 : 16}%, transparent)`,
    mixBlendMode: 'multiply',
    ...(framed ? { border: line } : { borderBottom: line }),
    ...(flashing ? { outline: `2px solid ${colour}`, outlineOffset: '2px' } : {}),
  };
}

const SHAPES: Readonly<Record<HighlightKind, string>> = { strengths: '3px', improvements: '8px', note: '0' };

/** The button at a highlight's beginning: square for strengths, round for areas for improvement, open for a note. */
export function badgeStyle({ kind, colour }: Pick<Look, 'kind' | 'colour'>, quoted: boolean): CSSProperties {
  const filled = kind !== 'note' && quoted;
  return {
    position: 'absolute',
    boxSizing: 'border-box',
    height: '15px',
    minWidth: '15px',
    padding: '0 4px',
    border: `1.5px ${quoted ? 'solid' : 'dashed'} ${colour}`,
    borderRadius: SHAPES[kind],
    background: filled ? colour : '#ffffff',
    color: filled ? '#ffffff' : colour,
    font: '600 10px/12px system-ui, sans-serif',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    pointerEvents: 'auto',
    userSelect: 'none',
  };
}
