import type { Instant } from '../../../shared/lib/dates.ts';

/** `2026-11-22T14:02:03.120+00:00` as PDF has it: `D:20261122140203+00'00'`. */
export function pdfDate(instant: Instant): string {
  const [date, time] = [instant.slice(0, 10), instant.slice(11, 19)];
  const [sign, hours, minutes] = [instant.slice(23, 24), instant.slice(24, 26), instant.slice(27, 29)];
  return `D:${date.replaceAll('-', '')}${time.replaceAll(':', '')}${sign}${hours}'${minutes}'`;
}
