/** A civil date as forms carry it: `YYYY-MM-DD`, no time, no zone. */
export type CivilDate = string & { readonly civilDate: unique symbol };
/** An instant with the offset it was taken at: `2026-11-22T14:02:03.120+00:00`. */
export type Instant = string & { readonly instant: unique symbol };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_AND_OFFSET = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}[+-](?:0\d|1[0-4]):[0-5]\d$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for a day that exists, years 1900 to 2200. */
export function isCivilDate(text: string): text is CivilDate {
  const parts = CIVIL.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for an instant in the form above, on a day that exists. */
export function isInstant(text: string): text is Instant {
  return isCivilDate(text.slice(0, 10)) && TIME_AND_OFFSET.test(text.slice(10));
}

/** The civil date on which an instant fell where it was taken. */
export function civilDateOf(instant: Instant): CivilDate {
  return instant.slice(0, 10) as CivilDate;
}

/** A date as the app and its documents show it: `22 Nov 2026`. */
export function showDate(date: CivilDate): string {
  const parts = CIVIL.exec(date);
  if (!parts) throw new RangeError(`Not a date: ${date}`);
  return `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1]} ${parts[1]}`;
}

/** The date that a text shows in that form; null for any other text. */
export function dateShown(text: string): CivilDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text) ?? [];
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : null;
}

/** An instant as documents show it, with its offset: `22 Nov 2026, 14:02 +00:00`. */
export function showInstant(instant: Instant): string {
  return `${showDate(civilDateOf(instant))}, ${instant.slice(11, 16)} ${instant.slice(23)}`;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1) / DAY;
/** The number of the last day that a civil date can be. */
export const LAST_DAY = Date.UTC(2200, 11, 31) / DAY;

/** The number of a day, so that days are counted by adding: 0 is 1 Jan 1970. Clocks that change do not touch it. */
export function dayNumber(date: CivilDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** The day of a number; the first or last that a civil date can be where it is outside of those. */
export function dateOfDay(day: number): CivilDate {
  const within = Math.min(LAST_DAY, Math.max(FIRST_DAY, day));
  return new Date(within * DAY).toISOString().slice(0, 10) as CivilDate;
}

/** The day of the week of a day by its number, 1 Monday to 7 Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
