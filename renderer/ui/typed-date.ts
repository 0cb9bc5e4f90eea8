import { type CivilDate, dateOfDay, dayNumber, isCivilDate } from '../../shared/lib/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as people here type it, day first: `22 Nov 2026`, `22/11/2026`, `22.11.26`, or `2026-11-22`. Null where
 * it is no date, or a day that does not exist.
 */
export function readTypedDate(typed: string): CivilDate | null {
  const text = typed.trim().toLowerCase();
  if (isCivilDate(text)) return text;
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})\.?[\s./-]+(\d{4}|\d{2})$/.exec(text);
  const [, day, month, year] = parts ?? [];
  if (!day || !month || !year) return null;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  const iso = `${year.length === 2 ? `20${year}` : year}-${two(number)}-${two(Number(day))}`;
  return isCivilDate(iso) ? iso : null;
}

/** The day so many days later. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
