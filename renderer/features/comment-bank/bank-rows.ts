import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankStatement, StatementKind } from '../../../shared/model/comment-bank.ts';
import { type IndexedStatement, searchBank } from '../../../shared/rules/bank-search.ts';

export type BankFilter = {
  readonly search: string;
  readonly kind: StatementKind | null;
  readonly origin: BankStatement['origin'] | null;
  /** `anywhere`, or "pack/assessment"; null for every place. */
  readonly where: string | null;
};

export const NO_FILTER: BankFilter = { search: '', kind: null, origin: null, where: null };
export const ANYWHERE = 'anywhere';

/** The statements that a filter lets through: best first while something is searched, otherwise as they came. */
export function bankRows(
  bank: readonly IndexedStatement[],
  filter: BankFilter,
  now: Instant,
): readonly BankStatement[] {
  const { search, kind, origin, where } = filter;
  const kept = bank.filter(
    ({ statement }) =>
      (kind === null || statement.kind === kind) &&
      (origin === null || statement.origin === origin) &&
      (where === null || fits(statement, where)),
  );
  if (search.trim() === '') return kept.map((one) => one.statement);
  const question = { typed: search, kind: null, at: null, now, most: kept.length };
  return searchBank(kept, question).map((one) => one.statement);
}

function fits({ places }: BankStatement, where: string): boolean {
  if (where === ANYWHERE) return places.length === 0;
  return places.some(({ pack, assessment }) => `${pack}/${assessment}` === where);
}
