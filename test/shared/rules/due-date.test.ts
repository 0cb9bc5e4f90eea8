import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CivilDate, dateOfDay, dayNumber, weekday } from '../../../shared/lib/dates.ts';
import type { Closure, DueDateRules } from '../../../shared/model/due-dates.ts';
import {
  DEFAULT_DUE_DATE_RULES,
  dueDateCounter,
  dueStanding,
  type Turnaround,
  turnaroundOf,
} from '../../../shared/rules/due-date.ts';

const date = (text: string) => text as CivilDate;
const closure = (from: string, to: string): Closure => ({ from: date(from), to: date(to), title: 'Closed' });
const WINTER = closure('2026-12-24', '2027-01-03');

function due(received: string, days: number, rules: Partial<DueDateRules> = {}) {
  return dueDateCounter({ ...DEFAULT_DUE_DATE_RULES, ...rules })(date(received), { days, by: 'source' });
}

describe('a due date counted by the days alone', () => {
  it.each([
    ['2026-11-22', 42, '2027-01-03', 'six weeks, over the end of a year, as source 000 has it'],
    ['2028-02-01', 28, '2028-02-29', 'on the leap day'],
    ['2027-02-01', 28, '2027-03-01', 'past a February without one'],
    ['2028-02-28', 366, '2029-02-28', 'over a whole leap year'],
    ['2100-02-28', 1, '2100-03-01', 'in a century that is no leap year'],
    ['2026-03-28', 1, '2026-03-29', 'into the night of the clocks’ hour forward'],
    ['2026-03-01', 42, '2026-04-12', 'over the hour that spring takes'],
    ['2026-10-01', 42, '2026-11-12', 'over the hour that autumn gives'],
    ['2026-12-31', 1, '2027-01-01', 'New Year’s Day'],
    ['2026-11-22', 0, '2026-11-22', 'no days at all'],
    ['2200-12-01', 60, '2200-12-31', 'past the last day that the app knows'],
  ])('received %s, %i days: %s, %s', (received, days, expected) => {
    expect(due(received, days)).toEqual({ date: expected, days, by: 'source', skipped: 0, movedFrom: null });
  });

  it('counts days off and closures like any other while both switches are off', () => {
    expect(due('2026-12-20', 7, { closures: [WINTER], daysOff: [1, 2, 3, 4, 5, 6] }).date).toBe('2026-12-27');
  });
});

describe('a due date with the days of closures not counted', () => {
  const skipping = (closures: readonly Closure[]) => ({ skipClosures: true, closures });
  it.each([
    ['2026-12-20', 7, [WINTER], '2027-01-07', 11, 'a closure on the way'],
    ['2026-12-20', 3, [WINTER], '2026-12-23', 0, 'due on the day before it'],
    ['2026-12-20', 4, [WINTER], '2027-01-04', 11, 'due on its first day, so on the first day after it'],
    ['2026-12-30', 2, [WINTER], '2027-01-05', 4, 'received while closed: only what is left is passed'],
    ['2027-01-03', 2, [WINTER], '2027-01-05', 0, 'received on its last day'],
    ['2027-01-04', 2, [WINTER], '2027-01-06', 0, 'received after it'],
    ['2026-11-01', 5, [WINTER], '2026-11-06', 0, 'long before it'],
    ['2026-12-24', 0, [WINTER], '2026-12-24', 0, 'no days to count'],
    ['2026-12-20', 7, [WINTER, WINTER], '2027-01-07', 11, 'the same closure twice'],
    ['2026-12-20', 7, [closure('2026-12-26', '2027-01-05'), WINTER], '2027-01-09', 13, 'two that overlap'],
    ['2026-12-20', 7, [WINTER, closure('2026-12-28', '2026-12-29')], '2027-01-07', 11, 'one inside another'],
    ['2026-12-20', 7, [closure('2027-01-04', '2027-01-05'), WINTER], '2027-01-09', 13, 'two that touch'],
    ['2026-12-20', 7, [WINTER, closure('2027-01-05', '2027-01-05')], '2027-01-08', 12, 'one open day between two'],
    ['2028-02-27', 2, [closure('2028-02-29', '2028-02-29')], '2028-03-01', 1, 'the leap day closed'],
  ])('received %s, %i days, %j: %s, %i passed, %s', (received, days, closures, expected, skipped) => {
    expect(due(received, days, skipping(closures))).toMatchObject({ date: expected, skipped, movedFrom: null });
  });

  it('ends with the last day that the app knows where everything is closed', () => {
    expect(due('2026-12-20', 7, skipping([closure('1900-01-01', '2200-12-31')])).date).toBe('2200-12-31');
  });
});

describe('a due date moved to a working day', () => {
  const moving = (more: Partial<DueDateRules> = {}) => ({ moveToWorkingDay: true, ...more });
  type Case = readonly [string, number, Partial<DueDateRules>, string, string | null, string];
  it.each<Case>([
    ['2026-11-21', 42, {}, '2027-01-01', '2027-01-02', 'Saturday to Friday'],
    ['2026-11-22', 42, {}, '2027-01-01', '2027-01-03', 'Sunday to Friday'],
    ['2026-11-23', 42, {}, '2027-01-04', null, 'a Monday stays'],
    [
      '2026-11-22',
      42,
      { closures: [closure('2027-01-01', '2027-01-01')] },
      '2026-12-31',
      '2027-01-03',
      'past a holiday',
    ],
    ['2026-11-22', 42, { closures: [WINTER] }, '2026-12-23', '2027-01-03', 'to before the closure'],
    ['2026-12-26', 1, {}, '2026-12-27', null, 'no working day since receipt: it stays'],
    ['2026-12-25', 2, {}, '2026-12-25', '2026-12-27', 'to the day of receipt, and no further'],
    [
      '2026-12-25',
      5,
      { closures: [WINTER] },
      '2026-12-30',
      null,
      'received while closed and due while closed: it stays',
    ],
    ['2026-11-22', 42, { daysOff: [] }, '2027-01-03', null, 'no days off'],
    ['2026-11-23', 6, { daysOff: [2, 3, 4, 5, 6, 7] }, '2026-11-23', '2026-11-29', 'work on Mondays only'],
  ])('received %s, %i days, %j: %s, from %s, %s', (received, days, more, expected, movedFrom) => {
    expect(due(received, days, moving(more))).toMatchObject({ date: expected, movedFrom, skipped: 0 });
  });

  it('does both, and tells of both', () => {
    const rules = moving({ skipClosures: true, closures: [closure('2026-12-25', '2026-12-27')] });
    expect(due('2026-11-18', 42, rules)).toEqual({
      date: '2027-01-01',
      days: 42,
      by: 'source',
      skipped: 3,
      movedFrom: '2027-01-02',
    });
  });
});

const days = fc.integer({ min: 0, max: 1000 });
const day = fc.integer({ min: dayNumber(date('2020-01-01')), max: dayNumber(date('2035-12-31')) }).map(dateOfDay);
const closures = fc.array(
  fc
    .record({ from: day, length: fc.integer({ min: 0, max: 900 }) })
    .map(({ from, length }) => closure(from, dateOfDay(dayNumber(from) + length))),
  { maxLength: 8 },
);
const rules = fc.record({
  daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  closures,
  moveToWorkingDay: fc.boolean(),
  skipClosures: fc.boolean(),
  turnaround: fc.constant([]),
});

describe('whatever the rules', () => {
  it('is never before the day of receipt, and never later than the days and what was passed', () => {
    fc.assert(
      fc.property(rules, day, days, (by, received, count) => {
        const { date: on, skipped } = due(received, count, by);
        expect(on >= received).toBe(true);
        expect(dayNumber(on)).toBeLessThanOrEqual(dayNumber(received) + count + skipped);
      }),
    );
  });

  it('is receipt and days to the day while both switches are off', () => {
    fc.assert(
      fc.property(rules, day, days, (by, received, count) => {
        const plain = due(received, count, { ...by, moveToWorkingDay: false, skipClosures: false });
        expect(plain.date).toBe(dateOfDay(dayNumber(received) + count));
      }),
    );
  });

  it('is no earlier for a day more, nor for work that came later', () => {
    fc.assert(
      fc.property(rules, day, days, fc.integer({ min: 0, max: 40 }), (by, received, count, more) => {
        const first = due(received, count, by).date;
        expect(due(received, count + more, by).date >= first).toBe(true);
        expect(due(dateOfDay(dayNumber(received) + more), count, by).date >= first).toBe(true);
      }),
    );
  });

  it('is found by going day by day as well', () => {
    fc.assert(
      fc.property(rules, day, fc.integer({ min: 0, max: 120 }), (by, received, count) => {
        expect(due(received, count, by)).toMatchObject(dayByDay(by, received, count));
      }),
    );
  });
});

/** The same, the long way: every day is looked at by itself. */
function dayByDay(by: DueDateRules, received: CivilDate, count: number) {
  const isClosed = (on: CivilDate) => by.closures.some(({ from, to }) => from <= on && on <= to);
  const start = dayNumber(received);
  let at = start;
  let skipped = 0;
  for (let counted = 0; counted < count; ) {
    at += 1;
    if (by.skipClosures && isClosed(dateOfDay(at))) skipped += 1;
    else counted += 1;
  }
  const counted = dateOfDay(at);
  if (!by.moveToWorkingDay) return { date: counted, skipped, movedFrom: null };
  const earlier = Array.from({ length: at - start + 1 }, (_, back) => dateOfDay(at - back));
  const open = earlier.find((on) => !isClosed(on) && !by.daysOff.includes(weekday(dayNumber(on)))) ?? counted;
  return { date: open, skipped, movedFrom: open === counted ? null : counted };
}

describe('the days from receipt', () => {
  const own = { ...DEFAULT_DUE_DATE_RULES, turnaround: [{ pack: 'one', qualification: 'diploma', days: 20 }] };
  it.each<readonly [string, string, number | null, Turnaround | null, string]>([
    ['one', 'diploma', 42, { days: 20, by: 'centre' }, 'the centre’s own stand before the source’s'],
    ['one', 'diploma', null, { days: 20, by: 'centre' }, 'the centre’s own where the source has none'],
    ['one', 'award', 42, { days: 42, by: 'source' }, 'the source’s where the centre has none for this one'],
    ['two', 'diploma', 42, { days: 42, by: 'source' }, 'the source’s where the centre’s are for another pack'],
    ['two', 'diploma', null, null, 'nobody’s'],
  ])('%s %s, source %s: %j, %s', (pack, qualification, source, expected) => {
    expect(turnaroundOf(own, pack, qualification, source)).toEqual(expected);
  });
});

describe('how near a due date is', () => {
  it.each([
    ['2026-11-18', '2026-11-17', 'overdue'],
    ['2026-11-18', '2026-11-16', 'overdue'],
    ['2026-11-18', '2026-11-18', 'this-week'],
    ['2026-11-18', '2026-11-22', 'this-week'],
    ['2026-11-18', '2026-11-23', 'later'],
    ['2026-11-22', '2026-11-22', 'this-week'],
    ['2026-11-22', '2026-11-23', 'later'],
    ['2026-12-28', '2027-01-03', 'this-week'],
  ])('on %s, %s is %s', (today, on, standing) => {
    expect(dueStanding(date(on), date(today))).toBe(standing);
  });
});
