import type { Instant } from '../../../shared/lib/dates.ts';

const MINUTE = 60_000;
const STEPS = [
  { unit: 'day', length: 24 * 60 * MINUTE },
  { unit: 'hour', length: 60 * MINUTE },
  { unit: 'minute', length: MINUTE },
] as const;
const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** "4 minutes ago": how long an instant lies before now, in milliseconds since 1970, rounded down. */
export function timeAgo(instant: Instant, now: number): string {
  const since = now - Date.parse(instant);
  const step = STEPS.find(({ length }) => since >= length);
  return step ? format.format(-Math.floor(since / step.length), step.unit) : 'just now';
}
