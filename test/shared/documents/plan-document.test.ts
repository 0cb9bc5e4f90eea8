import { describe, expect, it } from 'vitest';
import { documentWords } from '../../../shared/documents/document-text.ts';
import { planDocument } from '../../../shared/documents/plan-document.ts';
import { type PlanPrint, whenWords } from '../../../shared/documents/plan-print.ts';
import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { Digest, PlanId, WorkId } from '../../../shared/model/ids.ts';
import type { Unit } from '../../../shared/model/pack.ts';

const day = (date: string) => date as CivilDate;

function unit(code: string, criteria: readonly string[]): Unit {
  const outcomes = criteria.length === 0 ? [] : [{ number: '1', text: `Outcome of ${code}` }];
  return {
    code,
    number: null,
    title: `Title of ${code}`,
    level: 7,
    credits: null,
    guidedLearningHours: null,
    totalUnitTime: null,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      criteria: criteria.map((number) => ({ number, text: `Show ${number}` })),
    })),
    particulars: [],
    indicativeContent: [],
  };
}

function planned(number: number, from: string | null, to: string | null): PlannedWork {
  return {
    id: `work-${number}` as WorkId,
    number,
    title: `Work ${number}`,
    kind: { code: null, text: 'report' },
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
  };
}

function print(units: readonly Unit[], works: readonly PlannedWork[], marks: readonly string[]): PlanPrint {
  return {
    plan: {
      id: 'plan' as PlanId,
      programme: '',
      agreedWith: '',
      agreedOn: null,
      works,
      marks: marks.map((mark) => {
        const [work = '', code = '', criterion = ''] = mark.split(' ');
        return { work: `work-${work}` as WorkId, unit: code, criterion };
      }),
    },
    centre: { number: '1', name: 'Centre' },
    pack: { code: 'p', version: '1.0.0', digest: 'a'.repeat(64) as Digest, organisation: 'Organisation' },
    qualification: {
      code: 'q',
      title: 'Qualification',
      number: null,
      groups: [
        { code: 'A', title: 'Group A', units: units.map((one) => one.code) },
        { code: 'B', title: 'Group B', units: units.slice(0, 1).map((one) => one.code) },
      ],
    },
    units,
    madeBy: 'Morgan Vale',
    madeAt: '2026-11-22T09:00:00.000+00:00' as Instant,
  };
}

const wordsOf = (of: PlanPrint) => documentWords(planDocument(of)).join(' ');

describe('what a printed plan says', () => {
  it('counts what is covered where all of it is', () => {
    const words = wordsOf(print([unit('U1', ['1.1'])], [planned(1, null, null)], ['1 U1 1.1']));
    expect(words).toContain(
      'Covered by a piece of work: 1 of 1 criterion. Not covered: 0. Units without any piece of work: 0 of 1.',
    );
  });

  it('lists a unit that two groups have once, and says both', () => {
    const words = wordsOf(print([unit('U1', ['1.1']), unit('U2', ['1.1'])], [planned(1, null, null)], ['1 U1 1.1']));
    expect(words.split('Group A; Group B. Level 7.').length - 1).toBe(1);
    expect(words.split('Outcome of U1').length - 1).toBe(1);
    expect(words).toContain('U2 Title of U2 Group A. Level 7. No piece of work is planned for this unit.');
  });

  it('says that a unit has no criteria in the source, and of none of them that all are covered', () => {
    const words = wordsOf(print([unit('U1', [])], [planned(1, null, null)], []));
    expect(words).toContain('The source prints no assessment criteria of these units');
    expect(words).toContain(
      'The source prints no assessment criteria of this unit, so nothing can be planned for it here.',
    );
    expect(words).not.toContain('Covered by');
  });

  it('puts the schedule in the order of days, an open end after a near one, and what has no date last', () => {
    const works = [
      planned(1, null, null),
      planned(2, '2026-10-05', null),
      planned(3, '2026-10-05', '2026-10-09'),
      planned(4, null, '2026-09-30'),
      planned(5, '2026-10-05', '2026-10-09'),
    ];
    const words = wordsOf(print([unit('U1', ['1.1'])], works, ['1 U1 1.1']));
    const schedule = words.slice(words.lastIndexOf('Schedule When'), words.lastIndexOf('Matrix'));
    expect(schedule.match(/W\d/g)).toEqual(['W4', 'W3', 'W5', 'W2', 'W1']);
  });

  it.each([
    [null, null, 'no date yet'],
    ['2026-10-05', null, 'from 5 Oct 2026'],
    [null, '2026-10-09', 'by 9 Oct 2026'],
    ['2026-10-05', '2026-10-09', '5 Oct 2026 to 9 Oct 2026'],
    ['2026-10-09', '2026-10-09', '9 Oct 2026'],
  ])('says of %s to %s: %s', (from, to, words) => expect(whenWords(planned(1, from, to))).toBe(words));
});
