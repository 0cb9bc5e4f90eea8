import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { SectionEntry, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { carryForward, emptySection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { FOUR_SECTIONS, MINIMA_OF_40 } from '../../support/schemes.ts';
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
