import { type CivilDate, civilDateOf } from '../../lib/dates.ts';
import type { SignedSheet } from '../../model/mark-sheet.ts';
import type { DataFinding } from './data-finding.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A later signer's own date can lie neither before the script came nor before what it confirms was signed. */
export function judgeDate(field: string | null, stated: CivilDate, sheet: SignedSheet): readonly DataFinding[] {
  const early = { code: 'dated-too-early', severity: 'warning', field, stated } as const;
  const { dateReceived } = sheet.attempt;
  if (stated < dateReceived) return [{ ...early, before: 'receipt', than: dateReceived }];
  const signed = civilDateOf(sheet.signedAt);
  // Two people in two zones may stand in different days at one moment.
  return Date.parse(stated) < Date.parse(signed) - DAY ? [{ ...early, before: 'signing', than: signed }] : [];
}
