import type { CivilDate } from '../lib/dates.ts';
import type { RehearsalWarning } from './rehearsal-finding.ts';

export type RehearsedDates = {
  /** By the laptop's clock: the day that would be signed. */
  readonly today: CivilDate;
  readonly dateReceived: CivilDate;
  readonly declarationDate: CivilDate | null;
  /** The attempt before this one: when its sheet was signed first, and when it was sent back unmarked. */
  readonly earlier: { readonly signed: CivilDate | null; readonly returned: CivilDate | null } | null;
  /** The last day that something of this attempt or the one before was signed. */
  readonly lastSigned: CivilDate | null;
};

/** Dates of the sheet that cannot be in their order. */
export function datesOutOfOrder(dates: RehearsedDates): readonly RehearsalWarning[] {
  const { today, dateReceived, declarationDate, earlier, lastSigned } = dates;
  const severity = 'warning';
  const found: RehearsalWarning[] = [];
  if (declarationDate !== null && declarationDate > today) found.push({ code: 'declared-after-today', severity });
  else if (declarationDate !== null && declarationDate > dateReceived) {
    found.push({ code: 'declared-after-received', severity, received: dateReceived });
  }
  if (dateReceived > today) found.push({ code: 'received-after-today', severity });
  const signed = earlier?.signed ?? null;
  if (signed !== null && dateReceived < signed) {
    found.push({ code: 'received-before-earlier-signed', severity, signed });
  }
  // A declaration of the same day may well have been made after the result.
  if (signed !== null && declarationDate !== null && declarationDate < signed) {
    found.push({ code: 'declared-before-earlier-signed', severity, signed });
  }
  const returned = earlier?.returned ?? null;
  if (returned !== null && dateReceived < returned) found.push({ code: 'received-before-return', severity, returned });
  if (lastSigned !== null && today < lastSigned) {
    found.push({ code: 'today-before-signed', severity, signed: lastSigned });
  }
  return found;
}
