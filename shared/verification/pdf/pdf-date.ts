import { type Instant, isCivilDate, isInstant } from '../../lib/dates.ts';

/** `D:20261122140203+00'00'` as an instant; null for anything else, so that no reading of it is a guess. */
export function instantOfPdfDate(text: string): Instant | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:'|00'?(?:00'?)?)?|([+-])(\d\d)'?(\d\d)'?)$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7);
  const offset = parts[7] === undefined ? '+00:00' : `${parts[7]}${parts[8]}:${parts[9]}`;
  const date = `${year}-${month}-${day}`;
  const instant = `${date}T${hour}:${minute}:${second}.000${offset}`;
  return isCivilDate(date) && isInstant(instant) && !Number.isNaN(Date.parse(instant)) ? instant : null;
}

/** Milliseconds since 1970, as certificates and CMS count, as an instant of universal time; null past year 9999. */
export function instantOfTime(time: number): Instant | null {
  const text = new Date(time).toISOString().replace(/Z$/, '+00:00');
  return isInstant(text) ? text : null;
}
