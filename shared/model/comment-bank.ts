import { isBlank } from '../lib/blank.ts';
import type { Instant } from '../lib/dates.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { StatementId } from './ids.ts';

/** Strengths and areas for improvement are kept apart, as the sheet's two fields are. */
export const STATEMENT_KINDS = ['strengths', 'improvements'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What a statement is about: an assessment of a pack, one of its sections, or one criterion of the section. */
export type BankPlace = {
  /** The pack's code: a statement stays with the next version of a pack. */
  readonly pack: string;
  readonly assessment: string;
  readonly section: string | null;
  /** Null wherever the section is. */
  readonly criterion: string | null;
};

/** A statement of the bank. It is copied into a sheet, so that no sheet changes with it. */
export type BankStatement = {
  readonly id: StatementId;
  readonly kind: StatementKind;
  readonly text: string;
  /** None: it fits anywhere. */
  readonly places: readonly BankPlace[];
  /** `starter`: came with the app and was not reworded since. */
  readonly origin: 'starter' | 'own';
  readonly uses: number;
  readonly lastUsed: Instant | null;
};

/** The longest statement, in UTF-16 code units, and the most that a bank holds. */
export const STATEMENT_LIMIT = 2000;
export const BANK_LIMIT = 20_000;
/** The most places of one statement. */
export const PLACES_LIMIT = 200;

/** One text for each place, the same for the same. */
export function placeKey({ pack, assessment, section, criterion }: BankPlace): string {
  return [pack, assessment, section ?? '', criterion ?? ''].join('/');
}

/** Places once each, in one order. */
export function orderedPlaces(places: readonly BankPlace[]): readonly BankPlace[] {
  const byKey = new Map(places.map((place) => [placeKey(place), place]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

export type StatementTextFault = 'empty' | 'too-long' | 'control-character';

/**
 * A statement's text as it is kept: one form of accents and of line ends, no space around it. Control characters and
 * halves of characters are refused, since no keyboard types them.
 */
export function readStatementText(text: string): Result<string, StatementTextFault> {
  // Far more than any form of accents can shorten to what is kept.
  if (text.length > 8 * STATEMENT_LIMIT) return err(isBlank(text) ? 'empty' : 'too-long');
  const kept = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .trim();
  if (isBlank(kept)) return err('empty');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  if (!kept.isWellFormed() || /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(kept)) return err('control-character');
  return kept.length > STATEMENT_LIMIT ? err('too-long') : ok(kept);
}
