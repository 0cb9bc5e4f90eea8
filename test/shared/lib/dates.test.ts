import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CivilDate,
  civilDateOf,
  dateShown,
  type Instant,
  isCivilDate,
  isInstant,
  showDate,
  showInstant,
} from '../../../shared/lib/dates.ts';

const instant = (text: string) => text as Instant;

describe('a civil date', () => {
  it.each(['2026-11-22', '1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2026-04-30', '2026-12-31'])(
    '%s is one',
    (text) => expect(isCivilDate(text)).toBe(true),
  );

  it.each([
    ['2026-02-29', 'no leap year'],
    ['1900-02-29', 'a century that is no leap year'],
    ['2100-02-29', 'a century that is no leap year'],
    ['2026-02-30', 'never a day'],
    ['2026-04-31', 'April has thirty days'],
    ['2026-01-32', 'past the end of January'],
    ['2026-00-10', 'month nought'],
    ['2026-13-10', 'month thirteen'],
    ['2026-10-00', 'day nought'],
    ['1899-12-31', 'before the years it takes'],
    ['2201-01-01', 'after the years it takes'],
    ['2026-1-2', 'short numbers'],
    ['26-01-02', 'a short year'],
    ['22/11/2026', 'another order'],
    ['2026-11-22T00:00', 'a time'],
    [' 2026-11-22', 'a space before'],
    ['2026-11-22\n', 'a line end after'],
    ['２０２６-11-22', 'full-width digits'],
    ['', 'nothing'],
  ])('%j is none: %s', (text) => expect(isCivilDate(text)).toBe(false));

  it('is what the calendar of JavaScript says, day by day', () => {
    const day = fc.record({
      y: fc.integer({ min: 1900, max: 2200 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(day, ({ y, m, d }) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const date = new Date(Date.UTC(y, m - 1, d));
        expect(isCivilDate(text)).toBe(date.getUTCMonth() === m - 1 && date.getUTCDate() === d);
      }),
    );
  });

  it('is shown with its month in words, so that no reader takes day for month', () => {
    expect(showDate('2026-11-02' as CivilDate)).toBe('2 Nov 2026');
    expect(showDate('2026-01-31' as CivilDate)).toBe('31 Jan 2026');
    expect(() => showDate('2 Nov 2026' as CivilDate)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it.each([
    '2026-11-22T14:02:03.120+00:00',
    '2024-02-29T23:59:59.999+05:45',
    '2026-06-01T00:00:00.000-11:00',
    '2026-06-01T00:00:00.000+14:00',
  ])('%s is one', (text) => expect(isInstant(text)).toBe(true));

  it.each([
    ['2026-11-22T14:02:03.120Z', 'no offset'],
    ['2026-11-22T14:02:03+00:00', 'no milliseconds'],
    ['2026-11-22 14:02:03.120+00:00', 'a space for the T'],
    ['2026-02-30T14:02:03.120+00:00', 'a day that does not exist'],
    ['2026-11-22T24:00:00.000+00:00', 'hour twenty-four'],
    ['2026-11-22T14:60:00.000+00:00', 'minute sixty'],
    ['2026-11-22T14:02:60.000+00:00', 'second sixty'],
    ['2026-11-22T14:02:03.120+15:00', 'an offset that no place has'],
    ['2026-11-22T14:02:03.120+01:60', 'an offset of sixty minutes'],
  ])('%s is none: %s', (text) => expect(isInstant(text)).toBe(false));

  it('falls on the day it had where it was taken, not the day in Greenwich', () => {
    expect(civilDateOf(instant('2026-01-01T00:30:00.000+05:45'))).toBe('2026-01-01');
    expect(civilDateOf(instant('2025-12-31T23:30:00.000-08:00'))).toBe('2025-12-31');
  });

  it('is shown with its offset', () => {
    expect(showInstant(instant('2026-11-22T14:02:03.120+00:00'))).toBe('22 Nov 2026, 14:02 +00:00');
    expect(showInstant(instant('2026-06-01T09:05:00.000-03:30'))).toBe('1 Jun 2026, 09:05 -03:30');
  });
});

describe('a date read back', () => {
  it('is the one that was shown', () => {
    for (const date of ['2026-11-02', '2024-02-29', '1900-01-01', '2200-12-31']) {
      expect(dateShown(showDate(date as CivilDate))).toBe(date);
    }
  });

  it.each(['', '31 Feb 2026', '1 nov 2026', '1 Nov 26', '2026-11-01', '1 Nov 2026 ', '1 Foo 2026'])(
    'is none in “%s”',
    (text) => expect(dateShown(text)).toBeNull(),
  );
});
