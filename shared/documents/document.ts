import type { Instant } from '../lib/dates.ts';
import type { FeedbackBlock } from '../lib/feedback-text.ts';

/**
 * The format-neutral document that PDF and DOCX are drawn from, so that they cannot disagree.
 * It knows order, words and structure; a drawer decides fonts and points.
 */
export type FormDocument = {
  readonly language: 'en-GB';
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly createdAt: Instant;
  readonly body: readonly Block[];
  /** Lines at the foot of every page, above "Page n of m". */
  readonly footer: readonly string[];
  /** A word laid over every page of what is not final ("DRAFT"); null on a signed sheet. */
  readonly watermark: string | null;
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly small?: boolean }
  | Table;

/** What a ticked and an empty box look like; they are words of the document, so that its text alone tells the value. */
export const BOX = { ticked: '\u2612', empty: '\u2610' } as const;

/** A bordered table of the form. `head` is repeated on every page that the table reaches. */
export type Table = {
  readonly kind: 'table';
  /** What the table is, for a reader who cannot see it. */
  readonly summary: string;
  /** Widths as shares of the page's text width; they add up to 1. */
  readonly columns: readonly number[];
  readonly head: readonly Row[];
  /** Keep the whole table on one page where it fits on one. */
  readonly together?: boolean;
  readonly rows: readonly Row[];
};

export type Row = {
  readonly cells: readonly Cell[];
  /** Keep the row on one page where it fits on one. */
  readonly together?: boolean;
  /** Keep a row that is together on the page where the next one begins. */
  readonly withNext?: boolean;
  /** Least height in points, for places that are filled in by hand or later. */
  readonly minimumHeight?: number;
};

export type Cell = {
  readonly content: readonly CellContent[];
  /** Columns covered, 1 by default. */
  readonly span?: number;
  /** A table head cell, with what it is the head of. */
  readonly head?: 'column' | 'row';
  readonly shaded?: boolean;
};

export type CellContent =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly small?: boolean }
  /** The assessor's own words, block by block and carried whole; a quotation shows the number of its highlight as "[3]". */
  | { readonly kind: 'feedback'; readonly blocks: readonly FeedbackBlock[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** "Centre Number:" and what was filled in. */
  | { readonly kind: 'labelled'; readonly label: string; readonly value: string; readonly small?: boolean }
  /** The label, then the box (`BOX`). */
  | { readonly kind: 'checkbox'; readonly label: string; readonly checked: boolean }
  /** A section's mark: the number given (null: a blank), then the printed pattern "/30 marks" and "(min 15)". */
  | { readonly kind: 'mark'; readonly mark: number | null; readonly available: string; readonly minimum: string | null }
  /** "PASS/REFERRAL" with the chosen one circled or boxed; null: none chosen. Options are parted by "/" without spaces. */
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly chosen: number | null }
  | { readonly kind: 'field'; readonly field: FormField };

/** A place on the form that a later person fills; laid out before the first signature. */
export type FormField = {
  /** Unique in the document: "qa.mark.context", "iqa.signature". */
  readonly id: string;
  /** What it is called to a person: "QA mark, Context". */
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'signature';
  /** The signature place (pack form) whose signer fills it, and whose signature locks it. */
  readonly owner: string;
  /** Options of a choice. */
  readonly options?: readonly string[];
  /** What a signed place shows; absent while it is not signed. */
  readonly signed?: readonly string[];
};
