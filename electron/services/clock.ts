import { type CivilDate, civilDateOf, type Instant } from '../../shared/lib/dates.ts';

/** The laptop's clock, handed in so that a test can hold it. */
export type Clock = { readonly now: () => Instant };

export const systemClock: Clock = { now: () => instantOf(new Date()) };

/** A moment with the laptop's own offset. */
export function instantOf(date: Date): Instant {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as Instant;
}

export function today(clock: Clock): CivilDate {
  return civilDateOf(clock.now());
}
