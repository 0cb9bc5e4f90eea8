import { expect, it } from 'vitest';
import { timeAgo } from '../../../../renderer/features/history/time-ago.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';

it.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [3_599_000, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [86_399_000, '23 hours ago'],
  [86_400_000, '1 day ago'],
  [40 * 86_400_000, '40 days ago'],
  [-60_000, 'just now'],
])('%d milliseconds before now is %j', (since, expected) => {
  const now = Date.parse('2026-11-22T09:00:00.000Z');
  expect(timeAgo(new Date(now - since).toISOString() as Instant, now)).toBe(expected);
});
