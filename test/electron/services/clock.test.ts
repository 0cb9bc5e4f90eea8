import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { instantOf, systemClock, today } from '../../../electron/services/clock.ts';
import { isCivilDate, isInstant } from '../../../shared/lib/dates.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("a moment with the laptop's offset", () => {
  it.each([
    ['UTC', '2026-11-22T14:02:03.120+00:00'],
    ['Europe/London', '2026-11-22T14:02:03.120+00:00'],
    ['Asia/Kathmandu', '2026-11-22T19:47:03.120+05:45'],
    ['America/St_Johns', '2026-11-22T10:32:03.120-03:30'],
    ['Pacific/Kiritimati', '2026-11-23T04:02:03.120+14:00'],
    ['Pacific/Marquesas', '2026-11-22T04:32:03.120-09:30'],
  ])('in %s is %s', (name, text) => {
    process.env.TZ = name;
    expect(instantOf(new Date('2026-11-22T14:02:03.120Z'))).toBe(text);
  });

  it('has the offset of summer in summer', () => {
    process.env.TZ = 'Europe/London';
    expect(instantOf(new Date('2026-06-01T12:00:00.000Z'))).toBe('2026-06-01T13:00:00.000+01:00');
  });

  it('is the same moment wherever it is read', () => {
    const zones = fc.constantFrom('UTC', 'Europe/London', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe');
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, moment, (name, date) => {
        process.env.TZ = name;
        const instant = instantOf(date);
        expect(isInstant(instant)).toBe(true);
        expect(Date.parse(instant)).toBe(date.getTime());
      }),
    );
  });
});

it("the laptop's own clock gives instants, and a day that exists", () => {
  expect(isInstant(systemClock.now())).toBe(true);
  expect(isCivilDate(today(systemClock))).toBe(true);
});
