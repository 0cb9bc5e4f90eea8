import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../electron/services/packs/packs.ts';
import {
  closureFault,
  type Draft,
  draftFault,
  draftOf,
  inputOf,
  qualificationRows,
  readDays,
  rulesOf,
} from '../../../../renderer/features/due-dates/draft.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { DueDateRules } from '../../../../shared/model/due-dates.ts';
import { digestOf } from '../../../shared/documents/sheets.ts';
import { syntheticPack } from '../../../support/synthetic-pack.ts';

const date = (text: string) => text as CivilDate;
const winter = { from: date('2026-12-24'), to: date('2027-01-03'), title: 'Winter' };
const easter = { from: date('2026-04-03'), to: date('2026-04-06'), title: '' };
const RULES: DueDateRules = {
  daysOff: [6, 7],
  closures: [easter, winter],
  moveToWorkingDay: true,
  skipClosures: false,
  turnaround: [{ pack: 'synthetic', qualification: 'award', days: 20 }],
};
const draft = (change: Partial<Draft> = {}): Draft => ({ ...draftOf(RULES), ...change });
const closure = (from: string | null, to: string | null) => ({
  key: 7,
  from: from === null ? null : date(from),
  to: to === null ? null : date(to),
  title: '',
});
const pack = syntheticPack();
const dated = (days: number | null) => ({
  ...pack,
  qualifications: pack.qualifications.map((one) => ({ ...one, turnaroundDays: days })),
});

describe('the rules while they are edited', () => {
  it('come out as they went in, closures in the order of their days', () => {
    expect(inputOf(draftOf({ ...RULES, closures: [winter, easter] }))).toEqual(RULES);
  });

  it.each([
    ['', null],
    ['  ', null],
    ['20', 20],
    [' 20 ', 20],
    ['1', 1],
    ['1000', 1000],
    ['0', undefined],
    ['1001', undefined],
    ['-5', undefined],
    ['2.5', undefined],
    ['1e2', undefined],
    ['six', undefined],
  ])('“%s” typed are %s days', (typed, days) => {
    expect(readDays(typed)).toBe(days);
  });

  it('has no days where a field was emptied', () => {
    expect(inputOf(draft({ typedDays: { 'synthetic award': '' } }))?.turnaround).toEqual([]);
  });

  it.each([
    [{ closures: [closure('2026-12-24', null)] }, /^Closure 1 has no first or last day/],
    [{ closures: [{ ...winter, key: 0 }, closure('2026-12-24', '2026-12-23')] }, /^Closure 2 ends before it begins/],
    [{ typedDays: { 'synthetic award': '6 weeks' } }, /^The days of “Level 6 Award/],
  ])('is not sent, and says why: %j', (change, fault) => {
    const rows = qualificationRows([summarise(pack, digestOf('a'), false)], {});
    expect(inputOf(draft(change))).toBeNull();
    expect(draftFault(draft(change), rows)).toMatch(fault);
  });

  it('shows an example of what is whole already', () => {
    const half = draft({ closures: [closure(null, '2026-12-24'), { ...winter, key: 0 }] });
    expect(rulesOf(half).closures).toEqual([winter]);
  });

  it('lets a closure be one day', () => {
    expect(closureFault(closure('2026-12-24', '2026-12-24'))).toBeNull();
    expect(draftFault(draft({ closures: [closure('2026-12-24', '2026-12-24')] }), [])).toBeNull();
  });
});

describe('the qualifications that days can be set for', () => {
  it('are those of every pack, each once, as the newest version has it', () => {
    const [older, newer] = [digestOf('a'), digestOf('b')];
    const summaries = [summarise(pack, older, false), summarise({ ...pack, version: '9.0.0' }, newer, false)];
    const rows = qualificationRows(summaries, { [older]: dated(42), [newer]: dated(35) });
    expect(rows.map(({ qualification, sourceDays }) => [qualification, sourceDays])).toEqual(
      pack.qualifications.map(({ code }) => [code, 35]),
    );
  });
});
