import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, readTypedDate } from '../../../renderer/ui/typed-date.ts';
import { type CivilDate, showDate } from '../../../shared/lib/dates.ts';

const date = (text: string) => text as CivilDate;
const days = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((one) => date(one.toISOString().slice(0, 10)));

describe('a date as people type it', () => {
  it.each([
    ['22 Nov 2026', '2026-11-22'],
    ['22 november 2026', '2026-11-22'],
    ['22 Nov. 2026', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['22.11.26', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['  1/2/2026 ', '2026-02-01'],
    ['29 feb 2028', '2028-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(readTypedDate(typed)).toBe(iso);
  });

  it.each([
    '',
    '22',
    '22 Nov',
    '31/4/2026',
    '29 feb 2026',
    '11/22/2026',
    '22 foo 2026',
    '0/1/2026',
    '22 Nov 20266',
    'x',
  ])('“%s” is no date', (typed) => {
    expect(readTypedDate(typed)).toBeNull();
  });

  it('is read again as it is shown', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readTypedDate(showDate(day))).toBe(day);
      }),
    );
  });
});

describe('a day up or down', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('from %s by %i is %s', (from, by, to) => {
    expect(addDays(date(from), by)).toBe(to);
  });

  it('stays where the calendar of the forms ends', () => {
    expect(addDays(date('2200-12-31'), 1)).toBe('2200-12-31');
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, by) => {
        expect(addDays(addDays(day, by), -by)).toBe(day);
      }),
    );
  });
});
