import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { datesOutOfOrder, type RehearsedDates } from '../../../shared/rules/rehearsal-dates.ts';

const date = (text: string) => text as CivilDate;
const on = (day: number) => date(`2026-11-${String(day).padStart(2, '0')}`);

/** Declared on the 1st, received on the 2nd, signed on the 22nd, unless a day is changed. */
const found = (more: Partial<RehearsedDates> = {}) =>
  datesOutOfOrder({
    today: on(22),
    dateReceived: on(2),
    declarationDate: on(1),
    earlier: null,
    lastSigned: null,
    ...more,
  }).map(({ severity, ...rest }) => {
    expect(severity).toBe('warning');
    return rest;
  });

/** A second attempt, whose first one was signed on the 5th or returned then. */
const afterReferral = { earlier: { signed: on(5), returned: null }, lastSigned: on(5) };
const afterReturn = { earlier: { signed: null, returned: on(5) } };

describe('dates in their order', () => {
  it.each<[string, Partial<RehearsedDates>]>([
    ['declared before it was received', {}],
    ['declared, received and signed on one day', { declarationDate: on(22), dateReceived: on(22) }],
    ['not declared, which is an error of its own', { declarationDate: null }],
    ['a second attempt after the first was signed', { ...afterReferral, dateReceived: on(7), declarationDate: on(6) }],
    [
      'all of it on the day that the first was signed',
      { ...afterReferral, dateReceived: on(5), declarationDate: on(5) },
    ],
    ['a second attempt after the first was returned', { ...afterReturn, dateReceived: on(5), declarationDate: on(1) }],
    ['signed again on the day of the revision before', { lastSigned: on(22) }],
  ])('%s', (_, more) => expect(found(more)).toEqual([]));
});

describe('dates out of their order', () => {
  it.each<[string, Partial<RehearsedDates>, readonly object[]]>([
    ['declared after today', { declarationDate: on(23) }, [{ code: 'declared-after-today' }]],
    [
      'declared after it was received',
      { declarationDate: on(3) },
      [{ code: 'declared-after-received', received: on(2) }],
    ],
    ['received after today', { dateReceived: on(23) }, [{ code: 'received-after-today' }]],
    [
      'received before the first was signed',
      { ...afterReferral, dateReceived: on(4), declarationDate: null },
      [{ code: 'received-before-earlier-signed', signed: on(5) }],
    ],
    [
      'declared before the first was signed',
      { ...afterReferral, dateReceived: on(6), declarationDate: on(4) },
      [{ code: 'declared-before-earlier-signed', signed: on(5) }],
    ],
    [
      'received before the first was returned',
      { ...afterReturn, dateReceived: on(4) },
      [{ code: 'received-before-return', returned: on(5) }],
    ],
    ['a clock that went back', { lastSigned: on(23) }, [{ code: 'today-before-signed', signed: on(23) }]],
    [
      'several at once, each by itself',
      { ...afterReferral, lastSigned: on(23) },
      [
        { code: 'received-before-earlier-signed', signed: on(5) },
        { code: 'declared-before-earlier-signed', signed: on(5) },
        { code: 'today-before-signed', signed: on(23) },
      ],
    ],
  ])('%s', (_, more, expected) => expect(found(more)).toEqual(expected));
});
