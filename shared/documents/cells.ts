import { type Run, readFeedback } from '../lib/feedback-text.ts';
import type { Cell, CellContent, Row } from './document.ts';
import { printable } from './printable.ts';

/** A cell of the given width in columns. */
export function cell(content: readonly CellContent[], span = 1): Cell {
  return { content, span };
}

/** A shaded head cell over its column or columns. */
export function columnHead(content: readonly CellContent[], span = 1): Cell {
  return { content, span, head: 'column', shaded: true };
}

/** A row that stays on one page where it fits on one. */
export function row(cells: readonly Cell[], minimumHeight?: number): Row {
  return minimumHeight === undefined ? { cells, together: true } : { cells, together: true, minimumHeight };
}

/** A row that says what those below it are about: it stays on one page with the beginning of the next. */
export function headingRow(cells: readonly Cell[]): Row {
  return { cells, together: true, withNext: true };
}

/** A row that may run on over pages: feedback is never cut. */
export function flowingRow(cells: readonly Cell[]): Row {
  return { cells };
}

export function text(value: string): CellContent {
  return { kind: 'text', text: printable(value) };
}

export function bold(value: string): CellContent {
  return { kind: 'text', text: printable(value), bold: true };
}

export function small(value: string): CellContent {
  return { kind: 'text', text: printable(value), small: true };
}

export function labelled(label: string, value: string): CellContent {
  return { kind: 'labelled', label: printable(label), value: printable(value) };
}

/** A label and its value in the size of what the app adds to the form. */
export function smallLabelled(label: string, value: string): CellContent {
  return { kind: 'labelled', label: printable(label), value: printable(value), small: true };
}

export function bullets(items: readonly string[]): CellContent {
  return { kind: 'bullets', items: items.map(printable) };
}

/** What an assessor wrote as feedback, with its signs read. */
export function feedback(value: string): CellContent {
  return { kind: 'feedback', blocks: value === '' ? [] : readFeedback(printable(value)) };
}

/** A text of several lines as it was typed, in which no sign means anything. */
export function plainLines(value: string): CellContent {
  const paragraphs = value === '' ? [] : printable(value).split('\n');
  return { kind: 'feedback', blocks: paragraphs.map((line) => ({ kind: 'paragraph', runs: [plainRun(line)] })) };
}

function plainRun(words: string): Run {
  return { text: words, bold: false };
}
