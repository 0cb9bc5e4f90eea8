import type { Instant } from '../lib/dates.ts';
import { foldForSearch } from '../lib/fold-for-search.ts';
import type { BankPlace, BankStatement, StatementKind } from '../model/comment-bank.ts';

/** A statement with its words folded once, so that a search only compares. */
export type IndexedStatement = {
  readonly statement: BankStatement;
  /** Its words, each with a space before and behind. */
  readonly words: string;
  /** What its uses are worth on the day of the last, and when that was, in milliseconds since 1970. */
  readonly use: number;
  readonly lastUsed: number;
};

/** How near a statement stands to where it is wanted. */
export type Fit = 'criterion' | 'section' | 'assessment' | 'anywhere' | 'elsewhere';

export type Found = { readonly statement: BankStatement; readonly fit: Fit };

export type BankQuestion = {
  readonly typed: string;
  /** Null asks for both. */
  readonly kind: StatementKind | null;
  /** Where it is to be written; null where nowhere in particular. */
  readonly at: BankPlace | null;
  readonly now: Instant;
  readonly most: number;
};

const BY_FIT: Readonly<Record<Fit, number>> = {
  criterion: 6,
  section: 4.5,
  assessment: 3,
  anywhere: 1.5,
  elsewhere: 0,
};
/** What whole words, and the words in the order typed, add at most. */
const WHOLE_WORDS = 1;
const IN_ORDER = 1;
/** What use adds at most, and after how many days it counts for half. */
const USE = 1;
const HALF_LIFE = 60;
const MANY_USES = 16;
const DAY = 86_400_000;
const WORDS = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

export function indexStatement(statement: BankStatement): IndexedStatement {
  const { text, uses, lastUsed } = statement;
  const used = uses > 0 && lastUsed !== null;
  return {
    statement,
    words: ` ${wordsOf(text).join(' ')} `,
    use: used ? USE * Math.min(1, Math.log2(1 + uses) / Math.log2(1 + MANY_USES)) : 0,
    lastUsed: used ? Date.parse(lastUsed) : 0,
  };
}

/**
 * The statements that fit best, best first. Each word typed must begin a word of the statement, whatever its case and
 * accents. The order is the sum of:
 *
 * - the place: the same criterion 6, the same section 4.5, the same assessment 3, anywhere 1.5; a statement that is for
 *   somewhere else only counts 0, and is not given at all before anything is typed;
 * - the words: up to 1 for the share of them that are whole words, and 1 where they stand in the order typed;
 * - the use: up to 1, growing with the logarithm of the times used up to 16 and halved for every 60 days since.
 *
 * So use never lifts a statement above a nearer one whose words fit as well, and words that fit better can. Equal ones stay in the
 * order in which they are handed in.
 */
export function searchBank(bank: readonly IndexedStatement[], question: BankQuestion): readonly Found[] {
  const typed = wordsOf(question.typed);
  const begun = typed.map((word) => ` ${word}`);
  const inOrder = begun.length > 1 ? begun.join('') : null;
  const now = Date.parse(question.now);
  const found: (Found & { readonly score: number })[] = [];
  for (const indexed of bank) {
    const { statement, words } = indexed;
    if (question.kind !== null && statement.kind !== question.kind) continue;
    if (!begun.every((word) => words.includes(word))) continue;
    const fit = fitOf(statement.places, question.at);
    if (fit === 'elsewhere' && begun.length === 0) continue;
    const score = BY_FIT[fit] + fitOfWords(words, begun, inOrder) + worthOfUse(indexed, now);
    found.push({ statement, fit, score });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, question.most);
}

function fitOfWords(words: string, begun: readonly string[], inOrder: string | null): number {
  if (begun.length === 0) return 0;
  let whole = 0;
  for (const word of begun) if (words.includes(`${word} `)) whole += 1;
  return (WHOLE_WORDS * whole) / begun.length + (inOrder !== null && words.includes(inOrder) ? IN_ORDER : 0);
}

/** The nearest of a statement's places to where it is wanted. */
export function fitOf(places: readonly BankPlace[], at: BankPlace | null): Fit {
  if (places.length === 0 || at === null) return 'anywhere';
  let best: Fit = 'elsewhere';
  for (const place of places) {
    if (place.pack !== at.pack || place.assessment !== at.assessment) continue;
    if (place.section === null) best = BY_FIT[best] < BY_FIT.assessment ? 'assessment' : best;
    else if (place.section !== at.section) continue;
    else if (place.criterion === null) best = 'section';
    else if (place.criterion === at.criterion) return 'criterion';
  }
  return best;
}

function worthOfUse({ use, lastUsed }: IndexedStatement, now: number): number {
  return use === 0 ? 0 : use * 0.5 ** (Math.max(0, now - lastUsed) / DAY / HALF_LIFE);
}

function wordsOf(text: string): readonly string[] {
  return foldForSearch(text).match(WORDS) ?? [];
}
