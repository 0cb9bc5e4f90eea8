import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemblePack } from '../../electron/services/packs/assemble-pack.ts';
import type { Assessment } from '../../shared/model/pack.ts';
import { printPack } from './printed-pack.ts';
import { PACKS, soundPack } from './shipped-pack.ts';
import { findSource, inOneLine, wordsOf } from './source-text.ts';

const FOLDER = join(PACKS, 'ilm-8316');
const pack = soundPack('ilm-8316');

function assessmentOf(id: string): Assessment {
  const found = pack.assessments.find((one) => one.id === id);
  if (!found) throw new Error(`No assessment ${id}`);
  return found;
}

/** Typed by hand from Appendix B: level, credits, guided learning hours, number of criteria of each outcome. */
const UNITS: readonly [code: string, level: number, credits: number, hours: number, criteria: readonly number[]][] = [
  ['507', 5, 5, 25, [2, 1, 2]],
  ['530', 5, 5, 18, [4, 4]],
  ['602', 6, 6, 11, [3]],
  ['603', 6, 6, 11, [3]],
  ['604', 6, 6, 15, [2]],
  ['605', 6, 6, 11, [4, 1]],
  ['607', 6, 6, 11, [3, 2]],
  ['608', 6, 3, 10, [4, 1]],
  ['609', 6, 12, 22, [4, 4, 2]],
  ['610', 7, 6, 11, [3, 1]],
  ['700', 7, 6, 11, [2, 4]],
  ['701', 7, 6, 11, [3, 2]],
];

/** Typed by hand from Appendices C and D: available and minimum marks of each section, and the brief's words. */
const SHEETS: readonly [id: string, marks: readonly (readonly [number, number])[], words: string][] = [
  [
    'award-602',
    [
      [10, 5],
      [30, 15],
      [30, 15],
      [30, 15],
    ],
    '2000 in 1500-3000',
  ],
  [
    'award-604',
    [
      [10, 5],
      [90, 45],
    ],
    '3000 in 2000-4000',
  ],
  [
    'award-602-604',
    [
      [4, 2],
      [26, 13],
      [40, 20],
      [20, 10],
      [10, 5],
    ],
    '5000 in 4000-6000',
  ],
  [
    'diploma-507',
    [
      [34, 17],
      [30, 15],
      [36, 18],
    ],
    '1500-2000',
  ],
  [
    'diploma-530',
    [
      [6, 3],
      [40, 20],
      [14, 7],
      [40, 20],
    ],
    'none',
  ],
  [
    'diploma-602',
    [
      [10, 5],
      [30, 15],
      [30, 15],
      [30, 15],
    ],
    '2000 in 1500-3000',
  ],
  [
    'diploma-603',
    [
      [10, 5],
      [90, 45],
    ],
    '2500 in 2000-3000',
  ],
  [
    'diploma-604',
    [
      [10, 5],
      [90, 45],
    ],
    '3000 in 2000-4000',
  ],
  [
    'diploma-602-604',
    [
      [4, 2],
      [26, 13],
      [40, 20],
      [20, 10],
      [10, 5],
    ],
    '5000 in 4000-6000',
  ],
  [
    'diploma-605',
    [
      [10, 5],
      [50, 25],
      [40, 20],
    ],
    '2500 in 2000-3000',
  ],
  [
    'diploma-607',
    [
      [10, 5],
      [60, 30],
      [30, 15],
    ],
    '2500 in 2000-3000',
  ],
  [
    'diploma-608',
    [
      [80, 40],
      [20, 10],
    ],
    '2500 in 2000-3000',
  ],
  [
    'diploma-609',
    [
      [10, 5],
      [30, 15],
      [40, 20],
      [20, 10],
    ],
    '4500 in 4000-5000',
  ],
  [
    'diploma-610',
    [
      [10, 5],
      [50, 25],
      [40, 20],
    ],
    '2500 in 2000-3000',
  ],
  [
    'diploma-700',
    [
      [50, 25],
      [50, 25],
    ],
    'none',
  ],
  [
    'diploma-701',
    [
      [10, 5],
      [10, 5],
      [30, 15],
      [20, 10],
      [30, 15],
    ],
    '4000 in 3000-5000',
  ],
];

describe('the units', () => {
  it('are the twelve of Appendix B', () => {
    expect(pack.units.map((unit) => unit.code)).toEqual(UNITS.map(([code]) => code));
  });

  it.each(UNITS)('%s has level %i, %i credits, %i hours and criteria %j', (code, level, credits, hours, criteria) => {
    const unit = pack.units.find((one) => one.code === code);
    expect(unit).toMatchObject({ number: `8316-${code}`, level, credits, guidedLearningHours: hours });
    expect(unit?.outcomes.map((outcome) => outcome.criteria.length)).toEqual(criteria);
    for (const outcome of unit?.outcomes ?? [])
      expect(outcome.criteria.map((one) => one.number)).toEqual(
        outcome.criteria.map((_, at) => `${outcome.number}.${at + 1}`),
      );
  });
});

describe('the mark sheets', () => {
  it('are the three of Appendix C and the thirteen of Appendix D', () => {
    expect(pack.assessments.map((one) => one.id).sort()).toEqual(SHEETS.map(([id]) => id).sort());
  });

  it.each(SHEETS)('%s has the marks %j and the word count %s', (id, marks, words) => {
    const { scheme, brief } = assessmentOf(id);
    expect(scheme.rule).toEqual({ kind: 'section-minimum', passTotal: 50 });
    expect(scheme.sections.map((section) => [section.available, section.minimum])).toEqual(marks);
    expect(marks.reduce((sum, [available]) => sum + available, 0)).toBe(100);
    expect(marks.reduce((sum, [, minimum]) => sum + minimum, 0)).toBe(50);
    expect(wordsAsked(brief.wordCount)).toBe(words);
  });

  it.each(SHEETS)('%s answers every assessment criterion of its units once', (id) => {
    const { scheme, units } = assessmentOf(id);
    const asked = pack.units
      .filter((unit) => units.includes(unit.code))
      .flatMap((unit) =>
        unit.outcomes.flatMap((outcome) => outcome.criteria.map((one) => `${unit.code} ${one.number}`)),
      );
    const answered = scheme.sections
      .flatMap((section) => section.criteria.flatMap((criterion) => criterion.answers))
      .map((answer) => `${answer.unit} ${answer.criterion}`);
    expect(answered.sort()).toEqual(asked.sort());
  });

  it.each(SHEETS)('%s points at no criterion from its section on the context, and at one from every other', (id) => {
    for (const section of assessmentOf(id).scheme.sections)
      for (const criterion of section.criteria)
        expect(criterion.answers).toHaveLength(/^Context/.test(section.heading) ? 0 : 1);
  });

  it.each(SHEETS)('%s has the headings, the criteria and, but for a bracket, the marks of its brief', (id) => {
    const { scheme, brief } = assessmentOf(id);
    expect(brief.headings.map(({ heading, criteria }) => ({ heading, criteria }))).toEqual(
      scheme.sections.map(({ heading, criteria }) => ({ heading, criteria: criteria.map((one) => one.text) })),
    );
    expect(brief.headings.map((one) => one.marks?.replace(/\)?$/, ')'))).toEqual(
      scheme.sections.map((one) => `(min ${one.minimum} marks required from ${one.available} available)`),
    );
  });

  it.each(['602', '604', '602-604'])('%s is the same in both appendices', (units) => {
    const { brief, scheme } = assessmentOf(`award-${units}`);
    expect(assessmentOf(`diploma-${units}`)).toMatchObject({ brief, scheme });
  });
});

function wordsAsked(range: Assessment['brief']['wordCount']): string {
  if (range.kind === 'none') return 'none';
  const limits = `${range.minimum}-${range.maximum}`;
  return range.kind === 'nominal' ? `${range.nominal} in ${limits}` : limits;
}

describe('the qualifications', () => {
  it('have the numbers of their overviews', () => {
    expect(pack.qualifications).toMatchObject([
      { code: 'award', number: '500/3694/4', credits: 12, guidedLearningHours: 34, totalQualificationTime: 120 },
      { code: 'diploma', number: '600/1462/3', credits: 42, guidedLearningHours: 77, totalQualificationTime: 420 },
    ]);
  });

  it('have the groups and the rules of combination of their structure', () => {
    const [award, diploma] = pack.qualifications;
    expect(award?.groups.map((group) => group.units)).toEqual([['602', '604']]);
    expect(diploma?.groups.map((group) => group.units)).toEqual([
      ['602', '603', '604', '605'],
      UNITS.map(([code]) => code),
    ]);
    expect(award?.combination).toMatchObject([
      { kind: 'all-units', units: ['602', '604'] },
      { kind: 'minimum-credits', group: null, credits: 12 },
    ]);
    expect(diploma?.combination).toMatchObject([
      { kind: 'minimum-credits', group: 'A', credits: 12 },
      { kind: 'minimum-credits', group: 'B', credits: 30 },
      { kind: 'one-group-per-unit', groups: ['A', 'B'] },
      { kind: 'credit-share-above', level: 6, share: 0.5 },
    ]);
  });
});

describe('the notes', () => {
  it('say where the pack differs from a place of the source that it prints', () => {
    const about = pack.notes.flatMap((note) => note.about);
    expect(pack.notes.map((note) => note.id)).toEqual(
      expect.arrayContaining(['602-printed-twice', 'statement-numbers', 'learner-name-added', 'old-unit-codes']),
    );
    expect(about).toEqual(expect.arrayContaining(UNITS.map(([code]) => `unit:${code}`)));
  });
});

describe('reading', () => {
  it('takes the pack from one file as from its folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'));
    const file = join(folder, 'pack.json');
    try {
      writeFileSync(file, JSON.stringify(pack));
      expect(assemblePack(file)).toEqual(assemblePack(FOLDER));
      writeFileSync(file, '{');
      expect(() => assemblePack(file)).toThrow(`${file} is not JSON`);
      expect(() => assemblePack(folder)).toThrow('pack.json is not JSON');
      expect(() => assemblePack(join(folder, 'none'))).toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const specification = findSource('003');
const accreditation = findSource('001');
const absent =
  specification && accreditation ? '' : ' (skipped: the source documents do not lie beside the repository)';

describe.skipIf(absent !== '')(`source 003${absent}`, () => {
  const source = specification ? wordsOf(specification) : '';
  const parts = printPack(pack);
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.words.length + 1, 0));

  it.each(parts.map((part, at) => ({ ...part, start: starts[at] ?? 0 })))(
    '$title is the pack word for word',
    (part) => {
      expect(source.slice(part.start, part.start + part.words.length)).toBe(part.words);
    },
  );

  it('has not a word more than the pack', () => {
    expect(source.slice(parts.map((part) => part.words).join(' ').length)).toBe('');
  });

  it('has the words that the pack repeats in fields of their own', () => {
    for (const { brief, title } of pack.assessments) {
      if (brief.wordCount.kind !== 'none') expect(source).toContain(brief.wordCount.wording);
      expect(source).toContain(title.toUpperCase());
    }
    for (const { title, kind, number, combination, groups } of pack.qualifications) {
      for (const words of [title, kind, number, ...combination.map((one) => one.wording)])
        expect(source).toContain(words);
      for (const group of groups) expect(source.toLowerCase()).toContain(group.title.toLowerCase());
    }
  });

  it('has, or source 001 has, every wording that a note quotes', () => {
    const raw = [
      source,
      accreditation ? wordsOf(accreditation) : '',
      '[bookmark: OLE_LINK1][bookmark: OLE_LINK2]',
      '[bookmark: OLE_LINK5][bookmark: OLE_LINK6]',
    ];
    for (const note of pack.notes)
      for (const [, quoted = ''] of note.found.matchAll(/“([^”]+)”/g))
        expect(
          raw.some((words) => words.includes(inOneLine(quoted))),
          `${note.id}: ${quoted}`,
        ).toBe(true);
  });
});
