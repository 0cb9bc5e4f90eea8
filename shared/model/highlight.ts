import type { Instant } from '../lib/dates.ts';
import type { HighlightId, ScriptId } from './ids.ts';

/** A rectangle in a document's own coordinates: points from the page's lower left corner, before any rotation. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A place between two characters: the paragraph in reading order, from 0, and characters into it. */
export type DocxPoint = { readonly paragraph: number; readonly offset: number };

/** Where in a script something stands, in the document's coordinates, so that it is found again at any size. */
export type Anchor =
  /** A box for each line of the words; pages count from 1. */
  | { readonly kind: 'pdf'; readonly page: number; readonly boxes: readonly Box[] }
  /** A part of a page that has no text to select. */
  | { readonly kind: 'region'; readonly page: number; readonly box: Box }
  | {
      readonly kind: 'docx';
      readonly start: DocxPoint;
      readonly end: DocxPoint;
      /** The heading that stands above; null where there is none. */
      readonly heading: string | null;
    };

/** What a highlight is for: it backs feedback of a section, or is a note for the assessor alone, never exported. */
export type HighlightKind = 'strengths' | 'improvements' | 'note';

/** A place of a script that the assessor marked. */
export type Highlight = {
  readonly id: HighlightId;
  /** 1, 2 ... on the sheet; never given twice. The quotation in the feedback carries it. */
  readonly number: number;
  readonly script: ScriptId;
  readonly kind: HighlightKind;
  /** The section that it backs; null for a note that is about none. */
  readonly section: string | null;
  readonly anchor: Anchor;
  /** The words as they stand in the script; empty for a region. */
  readonly words: string;
  /** The assessor's own words beside it. */
  readonly note: string;
  readonly createdAt: Instant;
};
