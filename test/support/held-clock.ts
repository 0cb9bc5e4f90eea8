import type { Clock } from '../../electron/services/clock.ts';
import type { Instant } from '../../shared/lib/dates.ts';

/** A clock that stands still until it is moved. */
export type HeldClock = Clock & { readonly advance: (milliseconds: number) => void };

export function heldClock(start = '2026-11-22T09:00:00.000+00:00'): HeldClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now).toISOString().replace('Z', '+00:00') as Instant,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
