import { assertNever } from '../lib/assert-never.ts';
import type { Acknowledged } from '../model/warning.ts';
import type { RehearsalWarning } from './rehearsal-finding.ts';

/** What a warning is known by while it says the same: its code, its place, and what it found there. */
export function warningKey(warning: RehearsalWarning): string {
  const place = 'field' in warning ? [warning.section, warning.criterion, warning.field] : [];
  return [warning.code, ...place, ...foundBy(warning)].filter((one) => one !== null).join('/');
}

/** Warnings as a signed sheet records them, each place once. */
export function acknowledgedOf(warnings: readonly RehearsalWarning[]): readonly Acknowledged[] {
  const all = warnings.map((warning): Acknowledged => {
    const section = 'section' in warning ? warning.section : null;
    const criterion = 'criterion' in warning ? warning.criterion : null;
    return { code: warning.code, section, ...(criterion !== null && { criterion }) };
  });
  const keyOf = ({ code, section, criterion }: Acknowledged) => JSON.stringify([code, section, criterion]);
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function foundBy(warning: RehearsalWarning): readonly string[] {
  switch (warning.code) {
    case 'referred-without-improvement':
      return [warning.section];
    case 'no-judgement':
      return [warning.section, ...warning.criteria];
    case 'evidence-after-today':
      return [String(warning.number), warning.date];
    case 'declared-after-today':
    case 'received-after-today':
      return [];
    case 'declared-after-received':
      return [warning.received];
    case 'received-before-earlier-signed':
    case 'declared-before-earlier-signed':
    case 'today-before-signed':
      return [warning.signed];
    case 'received-before-return':
      return [warning.returned];
    case 'pass-speaks-of-referral':
      return [warning.words];
    case 'another-learners-name':
      return [warning.registrationNumber];
    case 'same-feedback':
      return [warning.registrationNumber, String(warning.attempt)];
    case 'quotation-without-words':
      return [String(warning.number ?? '')];
    default:
      return assertNever(warning);
  }
}
