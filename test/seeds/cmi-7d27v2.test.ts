import { describe, expect, it } from 'vitest';
import type { Unit } from '../../shared/model/pack.ts';
import { printedBlocks } from './printed-pack.ts';
import { leftOver, lettersAdded, lineFor, type Read, readUnit, readUnits } from './read-units.ts';
import { soundPack } from './shipped-pack.ts';
import { findSource, inOneLine, wordsOfMarkdown } from './source-text.ts';

const pack = soundPack('cmi-7d27v2');
const [diploma] = pack.qualifications;

/** Typed by hand from the heads of the units: Ofqual reference, level, credits, TUT, GLH, criteria of each outcome. */
const UNITS: readonly [string, string, number, number, number, number, readonly number[]][] = [
  ['46', 'J/506/2048', 5, 5, 50, 29, [7, 5, 3]],
  ['47', 'R/506/2053', 5, 5, 50, 26, [7, 4, 5]],
  ['49', 'D/506/2055', 5, 5, 50, 23, [4, 7, 3]],
  ['51', 'T/506/2059', 5, 5, 50, 28, [6, 4, 5]],
  ['52', 'F/506/2064', 5, 6, 60, 29, [5, 5, 3, 5]],
  ['53', 'Y/506/2068', 5, 5, 50, 23, [4, 4, 4]],
  ['54', 'L/506/2293', 5, 7, 70, 28, [6, 2, 4, 4]],
  ['56', 'Y/506/2071', 7, 6, 60, 41, [8, 5, 4, 5]],
  ['57', 'K/506/2074', 7, 5, 50, 31, [5, 7, 4, 1]],
  ['58', 'A/506/2077', 7, 5, 50, 29, [7, 5, 4]],
  ['59', 'F/506/2078', 7, 4, 40, 26, [3, 8, 4]],
  ['60', 'J/506/2079', 7, 5, 50, 35, [7, 6]],
  ['61', 'A/506/2080', 7, 5, 50, 23, [6, 5, 5]],
  ['63', 'J/506/2082', 7, 6, 60, 20, [5, 4, 2]],
  ['64', 'D/506/2959', 7, 7, 70, 33, [7, 4, 3, 2]],
  ['65', 'J/506/2101', 7, 4, 40, 20, [5, 4, 3]],
  ['66', 'F/506/2114', 7, 5, 50, 28, [5, 5, 4]],
  ['67', 'R/506/2117', 7, 6, 60, 39, [5, 4, 6]],
];

const unitOf = (number: string): Unit => {
  const found = pack.units.find((one) => one.code === `ML${number}`);
  if (!found) throw new Error(`No unit ${number}`);
  return found;
};

describe('the units', () => {
  it('are the eighteen of the syllabus', () => {
    expect(pack.units.map((one) => one.number)).toEqual(UNITS.map(([number]) => `M&L ${number}`));
  });

  it.each(UNITS)('M&L %s is %s, Level %i, %i credits, %i TUT, %i GLH, criteria %j', (number, reference, ...facts) => {
    const [level, credits, totalUnitTime, guidedLearningHours, criteria] = facts;
    const unit = unitOf(number);
    expect(unit).toMatchObject({ level, credits, totalUnitTime, guidedLearningHours });
    expect(unit.particulars.map((row) => row.label)).toEqual(['Ofqual Reference', 'Assessment Guidance', 'Unit Aims']);
    expect(unit.particulars[0]?.text).toBe(reference);
    expect(unit.outcomes.map((one) => one.number)).toEqual(criteria.map((_, at) => `${at + 1}`));
    expect(unit.outcomes.map((one) => one.criteria.map((criterion) => criterion.number))).toEqual(
      criteria.map((count, at) => Array.from({ length: count }, (_, of) => `${at + 1}.${of + 1}`)),
    );
  });

  it.each(UNITS)('M&L %s is assessed by its own outcomes and criteria, without marks', (number) => {
    const unit = unitOf(number);
    const [sheet, ...more] = pack.assessments.filter((one) => one.units.includes(unit.code));
    expect(more).toEqual([]);
    expect(sheet).toMatchObject({ units: [unit.code], form: 'assessment-record', qualification: 'diploma' });
    expect(sheet?.brief.wordCount).toEqual({ kind: 'none' });
    expect(sheet?.scheme.rule).toEqual({ kind: 'criteria-met' });
    expect(
      sheet?.scheme.sections.map(({ heading, criteria }) => [
        heading,
        criteria.map((one) => [one.text, one.answers, one.available, one.minimum]),
      ]),
    ).toEqual(
      unit.outcomes.map(({ text, criteria }) => [
        text,
        criteria.map((one) => [
          ...[`${one.number} ${one.text}`, [{ unit: unit.code, criterion: one.number }], null, null],
        ]),
      ]),
    );
  });
});

describe('the qualification', () => {
  it('has the numbers of its rules of combination', () => {
    expect(diploma).toMatchObject({
      ...{ number: '601/3778/2', level: 7, credits: 45, guidedLearningHours: 223, totalQualificationTime: 450 },
      ...{ turnaroundDays: null, grading: { graded: false } },
    });
  });

  it('asks for 45 credits, the three units of group A, 29 credits of group B and 35 at Level 7, each in hours too', () => {
    const numbers = (codes: readonly string[]) => codes.map((code) => code.slice(2)).join(' ');
    expect(diploma?.groups.map((group) => numbers(group.units))).toEqual([
      '57 58 67',
      '56 59 60 61 63 64 65 66 46 47 49 51 52 53 54',
    ]);
    expect(diploma?.combination).toMatchObject([
      { kind: 'minimum-credits', group: null, credits: 45, totalUnitTime: 450 },
      { kind: 'all-units', units: ['ML57', 'ML58', 'ML67'] },
      { kind: 'minimum-credits', group: 'A', credits: 16, totalUnitTime: 160 },
      { kind: 'minimum-credits', group: 'B', credits: 29, totalUnitTime: 290 },
      { kind: 'minimum-credits-at-level', level: 7, credits: 35, totalUnitTime: 350 },
    ]);
  });

  it('has as its hours of guided learning the least of any set of units that its rules permit', () => {
    const mandatory = ['57', '58', '67'].map(unitOf);
    const optional = pack.units.filter((unit) => !mandatory.includes(unit));
    let least = Number.POSITIVE_INFINITY;
    for (let set = 0; set < 2 ** optional.length; set += 1) {
      const taken = [...mandatory, ...optional.filter((_, at) => set & (2 ** at))];
      if (sum(taken, 'credits') < 45 || sum(atLevel7(taken), 'credits') < 35) continue;
      least = Math.min(least, sum(taken, 'guidedLearningHours'));
    }
    expect(least).toBe(diploma?.guidedLearningHours);
    expect([sum(mandatory, 'credits'), sum(mandatory, 'totalUnitTime')]).toEqual([16, 160]);
  });

  it('refuses simulation, and names the kinds of evidence in the words of the syllabus', () => {
    expect(diploma?.evidence).toMatchObject({ open: true, simulation: { allowed: false } });
    expect(diploma?.evidence?.kinds.map((kind) => kind.text)).toEqual([
      'observable performance',
      'physical products of work (such as reports, plans, correspondence etc)',
      'witness testimony',
      'discussion and questioning',
    ]);
  });

  it('records each kind in the forms that fit it', () => {
    expect(diploma?.evidence?.kinds.map((kind) => kind.forms)).toEqual([
      ['observation'],
      ['product', 'document'],
      ['witness-testimony'],
      ['professional-discussion', 'questioning'],
    ]);
  });

  it('maps its units to nineteen national occupational standards, one of them twice', () => {
    const rows = diploma?.standards ?? [];
    expect(rows).toHaveLength(19);
    expect(new Set(rows.map((row) => row.unit))).toEqual(new Set(pack.units.map((unit) => unit.code)));
    expect(rows.filter((row) => row.unit === 'ML57').map((row) => row.standard)).toEqual(['CFAM&LBB1', 'CFAM&LDD4']);
  });
});

function atLevel7(units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit) => unit.level === 7);
}

function sum(units: readonly Unit[], what: 'credits' | 'totalUnitTime' | 'guidedLearningHours'): number {
  return units.reduce((total, unit) => total + (unit[what] ?? 0), 0);
}

describe('what the conversion did', () => {
  const all = readUnits(pack);
  const count = (what: Read['what'], how: Read['how']) =>
    all.filter((one) => one.what === what && one.how === how).length;
  const counts = (what: Read['what']) =>
    (['found', 'number given', 'mended', 'lost'] as const).map((how) => count(what, how));

  it('is told of every unit, outcome, criterion and piece of guidance', () => {
    expect(counts('unit')).toEqual([6, 0, 12, 0]);
    expect(counts('outcome')).toEqual([22, 21, 10, 5]);
    expect(counts('criterion')).toEqual([213, 9, 39, 12]);
    expect(counts('advice')).toEqual([6, 0, 12, 1]);
  });

  it('has a note on every unit that lost words', () => {
    const lost = new Set(pack.units.filter((unit) => readUnit(unit).some((one) => one.how === 'lost')));
    const told = pack.notes.filter((note) => note.kind === 'lost').flatMap((note) => note.about);
    for (const unit of lost) expect(told).toContain(`unit:${unit.code}`);
  });
});

const path = findSource('002');
const absent = path ? '' : ' (skipped: the source documents do not lie beside the repository)';

describe.skipIf(path === null)(`source 002${absent}`, () => {
  const source = path ? wordsOfMarkdown(path) : '';
  const [front, ...slices] = partsOf(source);
  const back = source.slice(source.indexOf('APPENDIX 1 Revisions'));
  const sliceOf = (number: string | null) => slices[pack.units.findIndex((unit) => unit.number === number)] ?? '';

  it.each(readUnits(pack).map((one) => ({ ...one, line: lineFor(one) })))('$line', (one) => {
    const { number, text, how, pieces, reading } = one;
    for (const piece of pieces) expect(sliceOf(one.unit)).toContain(piece);
    if (one.what === 'unit') return;
    if (reading?.number === 'found') expect(pieces[0]?.startsWith(`${number} `)).toBe(true);
    if (how === 'found' || how === 'number given')
      expect(pieces).toEqual([reading?.number === 'given' ? text : `${number} ${text}`]);
    // A letter or two fell into the cut or were misread at it; a word never comes from elsewhere.
    else expect(lettersAdded(text, pieces).length).toBeLessThanOrEqual(2);
  });

  it.each(UNITS)(
    'M&L %s stands in the unit’s head with its reference, level, credits and hours',
    (number, ...facts) => {
      const [reference, level, credits, totalUnitTime, hours] = facts;
      const head = unitOf(number).reading?.found.join(' ') ?? '';
      for (const fact of [`M&L ${number}`, reference, level, credits, totalUnitTime, hours])
        expect(` ${head} `).toContain(` ${fact} `);
      expect(unitOf(number).title.toUpperCase()).toBe(TITLES_IN_HEADS[number]?.join(' ') ?? '');
      for (const words of TITLES_IN_HEADS[number]?.filter((word) => !LOST_OF_TITLES.includes(word)) ?? [])
        expect(head).toContain(words);
    },
  );

  it.each(UNITS)('M&L %s has not a word more than the unit', (number) => {
    const unit = unitOf(number);
    const aims = unit.particulars.find((row) => row.label === 'Unit Aims');
    const pieces = [...readUnit(unit).flatMap((one) => one.pieces), `Unit Aims ${aims?.text}`];
    const left = leftOver(sliceOf(unit.number), pieces);
    expect('missing' in left ? left : left.join('').replace(/\s/g, '')).toBe(
      LAYOUT[number] ?? 'LEARNINGOUTCOMESASSESSMENTCRITERIA',
    );
  });

  it('is the qualification word for word before and after the units', () => {
    const sections = diploma?.guidance.map((one) => [one.heading, ...printedBlocks(one.blocks)].join(' ')) ?? [];
    const printed = (from: number, to?: number) => inOneLine(asCut(sections.slice(from, to).join(' ')));
    expect(printed(0, -1)).toBe(front);
    expect(printed(-1)).toBe(back);
  });

  it('has the words that the pack repeats in fields of their own', () => {
    const { evidence, grading, standards, combination, groups, overview } = diploma ?? {};
    const rules = printedBlocks(evidence?.rules ?? []);
    const kinds = evidence?.kinds.map((kind) => kind.text) ?? [];
    for (const words of [
      ...[pack.title.replace(/ \(\w+\)$/, ''), pack.organisation.name, diploma?.title, diploma?.number],
      ...[...rules, ...kinds, evidence?.simulation?.wording, grading?.wording],
      ...(combination?.map((one) => one.wording) ?? []),
      ...(groups?.map((group) => asCut(group.title)) ?? []),
      ...(overview?.flatMap((row) => [row.label, row.text]) ?? []),
      ...(standards?.map((row) => `M&L ${row.unit.slice(2)} ${unitOf(row.unit.slice(2)).title} ${row.standard}`) ?? []),
      ...pack.assessments.flatMap((one) => printedBlocks(one.brief.task)),
      ...pack.units.flatMap((unit) => unit.particulars.map((row) => row.text)),
    ])
      expect(source).toContain(words);
  });

  it('has every wording that a note quotes', () => {
    for (const note of pack.notes)
      for (const [, quoted = ''] of note.found.matchAll(/“([^”]+)”/g))
        expect(source.includes(quoted), `${note.id}: ${quoted}`).toBe(true);
  });
});

/** The title of each unit as its head has it, in the stretches between other cells. */
const TITLES_IN_HEADS: Readonly<Record<string, readonly string[]>> = {
  46: ['ESTABLISH BUSINESS RISK', 'MANAGEMENT', 'PROCESSES'],
  47: ['PROMOTE', 'EQUALITY OF', 'OPPORTUNITY,', 'DIVERSITY AND', 'INCLUSION'],
  49: ['DESIGN', 'BUSINESS', 'PROCESSES'],
  51: ['DEVELOP AND MANAGE COLLABORATIVE RELATIONSHIPS WITH OTHER ORGANISATIONS'],
  52: ['OPTIMISE THE', 'USE OF', 'TECHNOLOGY'],
  53: ['MANAGE PRODUCT', 'AND/OR', 'SERVICE', 'DEVELOPMENT'],
  54: ['MANAGE STRATEGIC MARKETING', 'ACTIVITIES'],
  56: ['DEVELOP A BUSINESS STRATEGY'],
  57: ['DEVELOP A', 'STRATEGIC', 'BUSINESS PLAN'],
  58: ['EXECUTE A STRATEGIC BUSINESS PLAN'],
  59: ['ESTABLISH ORGANISATIONAL', 'GOVERNANCE', 'CONTROLS'],
  60: ['SHAPE ORGANISATIONAL', 'CULTURE AND', 'VALUES'],
  61: ['MANAGE STRATEGIC', 'HUMAN', 'RESOURCES'],
  63: ['OBTAIN', 'FINANCIAL', 'RESOURCES'],
  64: ['LEAD THE DEVELOPMENT OF A KNOWLEDGE MANAGEMENT STRATEGY'],
  65: ['LEAD THE DEVELOPMENT OF A QUALITY STRATEGY'],
  66: ['LEAD THE DEVELOPMENT OF A CONTINUOUS IMPROVEMENT STRATEGY'],
  67: ['PROVIDE STRATEGIC LEADERSHIP AND', 'DIRECTION'],
};

/** Stretches of titles that the conversion cut or dropped; the list of units has them. */
const LOST_OF_TITLES = ['SERVICE', 'STRATEGIC', 'GOVERNANCE', 'CONTROLS', 'DIRECTION'];

/** What else stands in a unit, white space aside: heads of its table, cut by the conversion or not, and the marks that it left. */
const LAYOUT: Readonly<Record<string, string>> = {
  51: 'LEARNINGOUTCOMESASSESSMENTCRITERIAŭADDITIONALINFORMATIONΔROIITTHISLINIT',
  56: 'LEARNINGOUTCOMESASSESSMENTCRITERIAADDITIOADDITIONALINFORMATIONABOUTTHISUNIT',
  58: 'LEARNINGOUTCOMESASSESSMENTCRITERIAADDITIONALINFORMATIONABOUTTHISUNIT',
  60: 'LEARNINGOUTCOMESASSESSMENTCRITERIA·ADDITIONALINFORMATIONABOUTTHISUNIT',
  63: 'LEARNINGOUTCOMESASSESSMENTCRITEERIA',
  64: 'LEARNINGOUTCOMESASSESSMENTCRITERIAADDITIONALINFORMATIONABOLITTHISUNIT',
  66: 'LEARNINGOUTCOMESASSESSMENTCRITERIAADDITIONALINFORMATIONABOUTTHISUNIT',
  67: 'LEARNINGOUTCOMESASSESSMENTCRITERIAADDITIONALINFORMATIONABOUTTHISUNIT',
};

/** The source before the units, and each unit. */
function partsOf(source: string): readonly string[] {
  const starts = pack.units.map((unit) => {
    const head = unit.reading?.found[0] ?? '';
    return source.indexOf(head);
  });
  return [0, ...starts].map((start, at) =>
    source.slice(start, starts[at] ?? source.indexOf('APPENDIX 1 Revisions')).trim(),
  );
}

/** Wording that the conversion cut, as it stands; notes.json says so. */
function asCut(words: string): string {
  return words
    .replace('UNIT NUMBER UNIT NAME NOS', 'UNIT NUMBE R UNIT NAME NOS')
    .replace('OPTIONAL GROUP B', 'OPTIONAL GROUP В');
}
