import { type CivilDate, dateOfDay, dayNumber, LAST_DAY, weekday } from '../lib/dates.ts';
import type { DueDate, DueDateRules } from '../model/due-dates.ts';

/** Days from receipt to the result, and who sets them. */
export type Turnaround = Pick<DueDate, 'days' | 'by'>;
/** How near a due date is: over, in the week of today (Monday to Sunday), or after it. */
export type DueStanding = 'overdue' | 'this-week' | 'later';
/** Days by number, both ends included. */
type Span = { readonly from: number; readonly to: number };

/** What a centre does where nobody has said: the source's own days, all counted, nothing moved. */
export const DEFAULT_DUE_DATE_RULES: DueDateRules = {
  daysOff: [6, 7],
  closures: [],
  moveToWorkingDay: false,
  skipClosures: false,
  turnaround: [],
};

/**
 * The days that hold for a qualification: the centre's own where it set any, else the source's (source 000: up to six
 * weeks, for all three stages); null where neither sets any.
 */
export function turnaroundOf(
  rules: DueDateRules,
  pack: string,
  qualification: string,
  sourceDays: number | null,
): Turnaround | null {
  const own = rules.turnaround.find((one) => one.pack === pack && one.qualification === qualification);
  if (own) return { days: own.days, by: 'centre' };
  return sourceDays === null ? null : { days: sourceDays, by: 'source' };
}

/**
 * Counts due dates by a centre's rules, made once for a whole list. The day of receipt is day 0, and no due date is
 * before it. A date on a day off or in a closure goes back to the last working day; where there was none since the day
 * of receipt it stays. What would be due after 2200 is due on that year's last day.
 */
export function dueDateCounter(rules: DueDateRules): (received: CivilDate, turnaround: Turnaround) => DueDate {
  const closed = joined(rules.closures.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) })));
  const off = new Set(rules.daysOff);
  return (received, { days, by }) => {
    const start = dayNumber(received);
    const skipped = rules.skipClosures ? closedDays(closed, start, days) : 0;
    const counted = Math.min(LAST_DAY, start + days + skipped);
    const day = rules.moveToWorkingDay ? (lastWorkingDay(counted, start, closed, off) ?? counted) : counted;
    return { date: dateOfDay(day), days, by, skipped, movedFrom: day === counted ? null : dateOfDay(counted) };
  };
}

/** How near a due date is, seen from a day. */
export function dueStanding(due: CivilDate, today: CivilDate): DueStanding {
  if (due < today) return 'overdue';
  const day = dayNumber(today);
  return dayNumber(due) <= day + 7 - weekday(day) ? 'this-week' : 'later';
}

/** Spans in order, those that overlap or touch as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = whole.at(-1);
    if (before && span.from <= before.to + 1) {
      whole[whole.length - 1] = { from: before.from, to: Math.max(before.to, span.to) };
    } else whole.push(span);
  }
  return whole;
}

/** Closed days that are passed while so many open ones are counted from the day after `start`. */
function closedDays(closed: readonly Span[], start: number, days: number): number {
  let passed = 0;
  for (const { from, to } of closed) {
    if (to <= start) continue;
    const first = Math.max(from, start + 1);
    if (first > start + days + passed) break;
    passed += to - first + 1;
  }
  return passed;
}

/** The last day from `start` to `day` that is no day off and in no closure; null where there is none. */
function lastWorkingDay(day: number, start: number, closed: readonly Span[], off: ReadonlySet<number>): number | null {
  let at = day;
  while (at >= start) {
    const closure = closed.find(({ from, to }) => from <= at && at <= to);
    if (!closure && !off.has(weekday(at))) return at;
    at = closure ? closure.from - 1 : at - 1;
  }
  return null;
}
