import { describe, expect, it } from 'vitest';
import { LOST } from '../../shared/model/pack.ts';
import { printedBlocks } from './printed-pack.ts';
import { soundPack } from './shipped-pack.ts';
import { findSource, inOneLine, wordsOfMarkdown } from './source-text.ts';

const pack = soundPack('cmi-level-6');
const [certificate, diploma] = pack.qualifications;

/** Typed by hand from the guide. */
const UNITS: readonly [string, number, string][] = [
  ['601', 6, 'Professional Management and Leadership Practice'],
  ['602', 6, 'Developing, Managing and Leading Individuals and Teams'],
  ['603', 5, 'Organisational Culture'],
  ['604', 9, 'Strategic Programme and Project Management'],
  ['605', 7, 'Innovation and Change'],
  ['606', 6, 'Developing and Leading Strategy'],
  ['608', 6, 'Strategic Corporate Responsible and Sustainability'],
  ['609', 7, 'Leading Quality Management'],
  ['613', 7, 'Leading Equality, Diversity and Inclusion'],
  ['614', 6, 'Principles and Practices of Ethical Decision Making'],
];

describe('the units', () => {
  it('are the ten of the guide, with their credits', () => {
    expect(pack.units.map(({ code, credits, title }) => [code, credits, title])).toEqual(UNITS);
    for (const unit of pack.units) {
      expect(unit).toMatchObject({ number: `Unit ${unit.code}`, level: 6, totalUnitTime: null });
      expect(unit.guidedLearningHours).toBeNull();
    }
  });

  it('have no outcomes and criteria, which the guide does not print, and are assessed by nothing before they have', () => {
    expect(pack.units.flatMap((unit) => unit.outcomes)).toEqual([]);
    expect(pack.assessments).toEqual([]);
    expect(pack.notes.find((note) => note.id === 'no-criteria')?.about).toEqual(
      expect.arrayContaining(UNITS.map(([code]) => `unit:${code}`)),
    );
  });
});

describe('the qualifications', () => {
  it('ask for any combination of units to 13 and to 37 credits', () => {
    const units = UNITS.map(([code]) => code);
    expect([certificate, diploma]).toMatchObject([
      { kind: 'Certificate', credits: 13, combination: [{ kind: 'minimum-credits', group: null, credits: 13 }] },
      { kind: 'Diploma', credits: 37, combination: [{ kind: 'minimum-credits', group: null, credits: 37 }] },
    ]);
    for (const one of pack.qualifications) expect(one.groups.map((group) => group.units)).toEqual([units]);
  });

  it('take nine kinds of evidence, three stages and six weeks', () => {
    for (const one of pack.qualifications) {
      expect(one.evidence?.kinds).toHaveLength(9);
      expect(one.evidence).toMatchObject({ open: false });
      expect(one.evidence?.kinds.filter((kind) => !kind.forms)).toEqual([]);
      expect(one.evidence).toEqual(certificate?.evidence);
      expect(one.evidence?.simulation).toBeUndefined();
      expect(one.stages?.map((stage) => stage.code)).toEqual(['marking', 'verification', 'sign-off']);
      expect(one.turnaroundDays).toBe(6 * 7);
    }
  });
});

const path = findSource('000');
const absent = path ? '' : ' (skipped: the source documents do not lie beside the repository)';

describe.skipIf(path === null)(`source 000${absent}`, () => {
  const source = path ? wordsOfMarkdown(path) : '';

  it('is the pack word for word', () => {
    const sections = certificate?.guidance ?? [];
    const before = sections.findIndex((section) => section.heading === 'What do I need to produce?');
    const print = (from: number, to?: number) =>
      sections.slice(from, to).flatMap((one) => [one.heading, ...printedBlocks(one.blocks)]);
    const units = pack.units.map(
      ({ number, title, description, credits }) => `${number} | ${title} ${description} | ${credits} |`,
    );
    const printed = [...print(0, before), 'Units Level 6 | Unit | Credits | ---|---|---|', ...units, ...print(before)];
    expect(inOneLine(printed.join(' ').replace(` ${LOST}`, ''))).toBe(source);
    expect(diploma?.guidance).toEqual(sections);
  });

  it.each(UNITS)('has unit %s, as found', (code, credits, title) => {
    expect(source).toContain(`Unit ${code} | ${title} `);
    expect(source).toContain(` ${pack.units.find((unit) => unit.code === code)?.description} | ${credits} |`);
  });

  it('has the words that the pack repeats in fields of their own', () => {
    for (const { title, overview, combination, stages, evidence } of pack.qualifications) {
      for (const words of [
        ...[title, ...overview.map((row) => `${row.label} - ${row.text}`)],
        ...combination.map((one) => one.wording),
        ...(stages?.map((stage) => stage.text) ?? []),
        ...(evidence?.kinds.map((kind) => kind.text) ?? []),
        ...printedBlocks(evidence?.rules ?? []),
      ])
        expect(source).toContain(words);
    }
  });

  it('has every wording that a note quotes', () => {
    for (const note of pack.notes)
      for (const [, quoted = ''] of note.found.matchAll(/“([^”]+)”/g))
        expect(source.includes(quoted), `${note.id}: ${quoted}`).toBe(true);
  });
});
