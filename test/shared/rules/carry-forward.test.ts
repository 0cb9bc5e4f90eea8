import { describe, expect, it } from 'vitest';
import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { CriterionEntry, SectionEntry, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { carryForward, emptySection, openedSection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { FOUR_SECTIONS, MET_SCHEME, MINIMA_OF_40 } from '../../support/schemes.ts';
import { digestOf, sheetOf } from '../documents/sheets.ts';

const DIGEST = digestOf('d');

function signed(scheme: Scheme, sections: readonly SectionEntry[], redo: readonly string[] = []): SignedSheet {
  const draft = sheetOf({ scheme, sections, redo, decision: decide(scheme, sections, redo), revision: 2 });
  return { ...draft, attempt: { ...draft.attempt, number: 1, declarationDate: '2026-11-01' as CivilDate } };
}

function entry(section: string, mark: number, more: Partial<SectionEntry> = {}): SectionEntry {
  return {
    ...emptySection(section),
    strengths: `Good in ${section}`,
    improvements: `Better in ${section}`,
    mark,
    ...more,
  };
}

describe('carrying a signed referral forward', () => {
  const referral = signed(FOUR_SECTIONS, [entry('s1', 4), entry('s2', 20), entry('s3', 14), entry('s4', 22)]);
  const next = carryForward(referral, DIGEST);

  it('opens the referred sections, empty', () => {
    expect(next?.filter((one) => one.carried === null)).toEqual([emptySection('s1'), emptySection('s3')]);
  });

  it('carries every other section with what was entered, naming the signed revision that it comes from', () => {
    const carried = { sheet: referral.sheet, attempt: 1, revision: 2, digest: DIGEST };
    expect(next?.filter((one) => one.carried !== null)).toEqual([
      entry('s2', 20, { carried }),
      entry('s4', 22, { carried }),
    ]);
  });

  it('keeps the order of the sheet', () => {
    expect(next?.map((one) => one.section)).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('needs only the open sections to be marked for a pass', () => {
    const redone = next?.map((one) => (one.carried ? one : { ...one, mark: 15 })) ?? [];
    expect(decide(FOUR_SECTIONS, redone)).toEqual({ outcome: 'pass', total: 15 + 20 + 15 + 22 });
  });

  it('leaves the signed sheet as it was', () => {
    expect(referral.sections[0]).toEqual(entry('s1', 4));
  });
});

it('keeps naming the revision in which a section was marked, however often it is carried', () => {
  const first = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
  const third = signed(FOUR_SECTIONS, [
    entry('s1', 3),
    entry('s2', 20, { carried: first }),
    entry('s3', 20),
    entry('s4', 22, { carried: first }),
  ]);
  const next = carryForward(third, DIGEST);
  expect(next?.map((one) => one.carried?.digest ?? null)).toEqual([null, first.digest, DIGEST, first.digest]);
});

describe('a referral for the total alone', () => {
  const sections = [entry('s1', 19), entry('s2', 15), entry('s3', 15)];

  it('opens the sections that the assessor named and no other', () => {
    const next = carryForward(signed(MINIMA_OF_40, sections, ['s1', 's3']), DIGEST);
    expect(next?.map((one) => one.carried === null)).toEqual([true, false, true]);
  });

  it('opens a section that had been carried when the assessor names it', () => {
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
    const next = carryForward(signed(MINIMA_OF_40, sections.with(1, entry('s2', 15, { carried })), ['s2']), DIGEST);
    expect(next?.find((one) => one.section === 's2')).toEqual(emptySection('s2'));
  });
});

it('opens nothing after a pass', () => {
  const pass = signed(FOUR_SECTIONS, [entry('s1', 5), entry('s2', 15), entry('s3', 15), entry('s4', 15)]);
  expect(carryForward(pass, DIGEST)).toBeNull();
});

describe('a referral of criteria that are met or not', () => {
  const at = '2026-11-20T10:00:00.000+00:00' as Instant;
  const met = (
    criterion: string,
    what: 'achieved' | 'not-yet',
    more: Partial<CriterionEntry> = {},
  ): CriterionEntry => ({
    criterion,
    mark: null,
    met: what,
    seen: ['p 3'],
    judgement: 'As the plan shows.',
    judged: [{ met: what, at, attempt: 1, evidence: [1] }],
    evidence: [{ evidence: 'evidence-1' as EvidenceId, place: 'p 3' }],
    ...more,
  });
  const [achieved, notYet, other] = [met('s1-1', 'achieved'), met('s1-2', 'not-yet'), met('s2-1', 'achieved')];
  const section = (id: string, ...criteria: readonly CriterionEntry[]): SectionEntry => ({
    ...emptySection(id),
    strengths: 'Clear.',
    improvements: 'Costs.',
    criteria,
  });
  const referral = signed(MET_SCHEME, [section('s1', achieved, notYet), section('s2', other)]);
  const carried = { sheet: referral.sheet, attempt: 1, revision: 2, digest: DIGEST };

  it('keeps what was achieved with what it was judged on, and of the rest how it was judged', () => {
    const { criterion, judged } = notYet;
    const open = { criterion, mark: null, met: null, seen: [], judged };
    expect(carryForward(referral, DIGEST)).toEqual([
      { ...emptySection('s1'), criteria: [{ ...achieved, carried }, open] },
      { ...section('s2', other), carried },
    ]);
  });

  it('keeps naming the revision in which a criterion was achieved, however often it is carried', () => {
    const first = { ...carried, digest: digestOf('1') };
    const again = signed(MET_SCHEME, [section('s1', { ...achieved, carried: first }, notYet), section('s2', other)]);
    expect(carryForward(again, DIGEST)?.[0]?.criteria[0]?.carried).toEqual(first);
  });

  it('is marked in its own attempt once a carried section is opened, on what is held then', () => {
    const opened = openedSection({ ...section('s2', { ...other, carried }), carried });
    const { evidence: _, ...kept } = other;
    expect(opened).toEqual(section('s2', kept));
  });

  it('keeps nothing of what was never judged', () => {
    const { judged: _, ...unjudged } = notYet;
    const next = carryForward(signed(MET_SCHEME, [section('s1', achieved, unjudged), section('s2', other)]), DIGEST);
    expect(next?.[0]?.criteria.map((one) => one.criterion)).toEqual(['s1-1']);
  });
});
