import { describe, expect, it } from 'vitest';
import { printedBlocks } from './printed-pack.ts';
import { leftOver, lineFor, readUnits } from './read-units.ts';
import { soundPack } from './shipped-pack.ts';
import { findSource, wordsOfMarkdown } from './source-text.ts';

const pack = soundPack('cmi-public-service');
const [award] = pack.qualifications;
const [unit] = pack.units;

describe('the unit', () => {
  it('has four outcomes, and as criteria the five points that assessors look for', () => {
    expect(unit?.outcomes.map((outcome) => outcome.criteria.map((one) => one.number))).toEqual([
      ['1.1'],
      ['2.1'],
      ['3.1'],
      ['4.1', '4.2'],
    ]);
  });

  it('has guidance and common mistakes beside them', () => {
    const of = (kind: string) => unit?.advice?.filter((one) => one.kind === kind);
    expect([of('guidance')?.length, of('mistake')?.length]).toEqual([6, 6]);
  });

  it('is assessed by its own outcomes and criteria, without marks', () => {
    expect(pack.assessments).toHaveLength(1);
    const scheme = pack.assessments[0]?.scheme;
    expect(scheme?.rule).toEqual({ kind: 'criteria-met' });
    expect(scheme?.sections.map((section) => [section.heading, section.criteria.map((one) => one.text)])).toEqual(
      unit?.outcomes.map((one) => [one.text, one.criteria.map((criterion) => `${criterion.number} ${criterion.text}`)]),
    );
  });
});

it('has no number, credits, hours or rules of combination that its source does not state', () => {
  expect(award).toMatchObject({ level: 6, number: null, credits: null, guidedLearningHours: null, combination: [] });
  expect(award?.totalQualificationTime).toBeNull();
  expect(unit).toMatchObject({ level: 6, number: null, credits: null, guidedLearningHours: null, totalUnitTime: null });
});

const path = findSource('004');
const absent = path ? '' : ' (skipped: the source documents do not lie beside the repository)';

describe.skipIf(path === null)(`source 004${absent}`, () => {
  const source = path ? wordsOfMarkdown(path) : '';

  it.each(readUnits(pack).map((one) => ({ ...one, line: lineFor(one) })))('$line', ({ pieces, text }) => {
    expect(pieces).toEqual([text]);
    expect(source).toContain(text);
  });

  it('has not a word more than the pack, but for what a page has around its text', () => {
    const outcomes = unit?.outcomes.map((one) => one.text).join(', ') ?? '';
    const pieces = [
      ...[outcomes, outcomes, unit?.description ?? '', unit?.description ?? '', award?.title ?? ''],
      ...(unit?.outcomes.flatMap((one) => one.criteria.map((criterion) => criterion.text)) ?? []),
      ...(unit?.advice?.flatMap((one) => printedBlocks(one.blocks)) ?? []),
      ...(award?.guidance.flatMap((one) => printedBlocks(one.blocks)) ?? []),
    ];
    expect(leftOver(source, pieces)).toEqual(AROUND);
  });

  it('has every wording that a note quotes', () => {
    for (const note of pack.notes)
      for (const [, quoted = ''] of note.found.matchAll(/“([^”]+)”/g))
        expect(source.includes(quoted), `${note.id}: ${quoted}`).toBe(true);
  });
});

/** Titles, counts and headings of the page, and the beginning of the synopsis in its head. */
const AROUND: readonly string[] = [
  'Collaborative Public Services ProjectChartered Management Institute Vocationally-Related Qualification Public Services Revision This element focuses on the development of leadership capability through a collaborative investigative project within a public service context. Learners wi Topic Synopsis',
  'Key Concepts & Core Principles Exam Tips & Revision Strategies Common Misconceptions & Mistakes to Avoid Examiner Marking Points Collaborative Public Services Project CHARTERED MANAGEMENT INSTITUTE vocational',
  '1 Learning Outcomes 3 Assessment Guidance 3 Key Skills 1 Key Terms 5 Assessment Criteria Assessment criteria',
  ...['Topic Overview', 'Key Concepts'],
  'Learning Objectives What you need to know and understand',
  'Assessment Criteria Key criteria assessors look for in your portfolio',
  'Assessment Guidance Guidance for achieving higher grades',
  'Common Mistakes Common errors to avoid in your coursework',
  'Frequently Asked Questions Common questions students ask about this topic Before You Start',
  'Key Terminology Essential terms to know',
  'Ready to learn? AI-powered learning tailored to this unit',
];
