import { describe, expect, it } from 'vitest';
import { readPackText, validatePack } from '../../../shared/rules/pack-validation.ts';

/** A small pack with everything that a finding can be about: two units, three schemes, one for each rule. */
function soundPack(): unknown {
  const unit = (code: string, level: number, credits: number) => ({
    code,
    number: `X-${code}`,
    title: `Unit ${code}`,
    level,
    credits,
    guidedLearningHours: null,
    totalUnitTime: credits * 10,
    outcomes: [
      {
        number: '1',
        text: 'Plan [lost]',
        reading: { found: ['Plan'], number: 'given', wording: 'lost' },
        criteria: [
          { number: '1.1', text: 'Say what' },
          { number: '1.2', text: 'Say why' },
        ],
      },
      { number: '2', text: 'Do', criteria: [{ number: '2.1', text: 'Do it' }] },
    ],
    particulars: [{ label: 'Aim', text: '' }],
    indicativeContent: [{ outcome: '1', blocks: [{ kind: 'bullet', text: 'Plans', items: [] }] }],
    advice: [
      {
        ...{ kind: 'guidance', outcomes: ['2'], criteria: ['1.1'] },
        blocks: [{ kind: 'paragraph', text: 'Ask', items: [{ kind: 'bullet', text: 'what for' }] }],
        reading: { found: ['As k', 'what for'], number: 'found', wording: 'mended' },
      },
    ],
  });
  const criterion = (id: string, number: string, available: number | null, minimum: number | null) => ({
    id,
    text: `Criterion ${number}`,
    answers: [{ unit: 'u1', criterion: number }],
    available,
    minimum,
  });
  const section = (id: string, criteria: unknown[], available: number | null, minimum: number | null) => ({
    id,
    heading: `Section ${id}`,
    preamble: [],
    criteria,
    available,
    minimum,
  });
  const assessment = (id: string, rule: unknown, sections: unknown[]) => ({
    id,
    title: id,
    qualification: 'q',
    units: ['u1'],
    brief: {
      heading: id,
      task: [],
      wordCount: { kind: 'nominal', nominal: 200, minimum: 100, maximum: 300, wording: '200' },
      headings: [],
      closing: [],
    },
    scheme: { heading: id, rule, sections },
    form: 'f',
  });
  const labels = [
    ...['centreNumber', 'centreName', 'learnerNumber', 'learnerName', 'criteria', 'strengths', 'improvements'],
    ...['assessorMark', 'qaMark', 'assessorDecision', 'qualityAssurance', 'totalMarks', 'outcome', 'outcomeHint'],
    ...['totalRule', 'outcomeChoice', 'sectionReferral', 'iqaCheckDate'],
  ];
  return {
    format: 'countersign-pack/1',
    code: 'x',
    version: '1.0.0',
    title: 'X',
    organisation: { code: 'x', name: 'X' },
    sources: [{ id: 'a', title: 'A' }],
    qualifications: [
      {
        code: 'q',
        title: 'Q',
        level: 6,
        kind: 'Diploma',
        number: '1',
        overview: [],
        credits: 10,
        guidedLearningHours: null,
        totalQualificationTime: null,
        groups: [
          { code: 'A', title: 'A', units: ['u1'] },
          { code: 'B', title: 'B', units: ['u1', 'u2'] },
        ],
        combination: [
          { id: 'all', kind: 'all-units', units: ['u1'], wording: 'All' },
          { id: 'a', kind: 'minimum-credits', group: 'A', credits: 6, totalUnitTime: 60, wording: '6 from A' },
          { id: 'b', kind: 'minimum-credits', group: 'B', credits: 4, wording: '4 from B' },
          { id: 'once', kind: 'one-group-per-unit', groups: ['A', 'B'], wording: 'Once' },
          { id: 'share', kind: 'credit-share-above', level: 6, share: 0.5, wording: 'Half' },
          { id: 'level', kind: 'minimum-credits-at-level', level: 6, credits: 6, totalUnitTime: 60, wording: 'Six' },
        ],
        turnaroundDays: null,
        stages: [
          { code: 'first', text: 'Marking' },
          { code: 'second', text: 'Verification' },
        ],
        evidence: {
          kinds: [
            { code: 'work', text: 'Work' },
            { code: 'words', text: 'Words' },
          ],
          open: true,
          rules: [],
          simulation: { allowed: false, wording: 'None' },
        },
        grading: { graded: false, wording: 'None' },
        standards: [{ unit: 'u1', standard: 'S1' }],
        guidance: [
          {
            heading: 'Guidance',
            blocks: [
              { kind: 'paragraph', text: 'Read.' },
              { kind: 'table', columns: ['Unit', 'Task'], rows: [[[{ kind: 'paragraph', text: 'u1' }], []]] },
            ],
          },
        ],
      },
    ],
    units: [unit('u1', 6, 6), unit('u2', 5, 4)],
    assessments: [
      assessment('by-section', { kind: 'section-minimum', passTotal: 40 }, [
        section('s1', [], 20, 10),
        section('s2', [criterion('c1', '1.1', null, null), criterion('c2', '2.1', null, null)], 80, 30),
      ]),
      assessment('by-criterion', { kind: 'criterion-minimum', passTotal: null }, [
        section('s1', [criterion('c1', '1.1', 10, 5), criterion('c2', '1.2', 20, 10)], 30, 15),
        section('s2', [criterion('c3', '2.1', 10, 5)], 10, null),
      ]),
      assessment('by-achievement', { kind: 'criteria-met' }, [
        section('s1', [criterion('c1', '1.1', null, null), criterion('c2', '1.2', null, null)], null, null),
        section('s2', [criterion('c3', '2.1', null, null)], null, null),
      ]),
    ],
    forms: [
      {
        id: 'f',
        labels: Object.fromEntries(labels.map((label) => [label, label])),
        learnerNameAdded: false,
        marksPattern: '/{available} marks',
        minimumPattern: '(min {minimum})',
        statements: [{ id: 'own', number: '1.', text: 'Own work' }],
        refusal: 'Refuse',
        signaturePlaces: [
          { id: 'assessor', role: 'assessor', signatureLabel: 'Signature', nameLabel: null, dateLabel: null },
        ],
      },
    ],
    notes: [{ id: 'n', kind: 'wording', place: 'p', found: 'f', choice: 'c', about: ['unit:u1', 'pack:'] }],
  };
}

type Path = readonly (string | number)[];

/** The sound pack with one value changed; `undefined` takes the field away. */
function packWith(path: Path, to: unknown): unknown {
  const pack = soundPack();
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => Reflect.get(Object(value), key), pack);
  if (to === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, to);
  return pack;
}

function findingsOf(input: unknown): readonly { code: string; place: string; message: string }[] {
  const result = validatePack(input);
  return result.ok ? [] : result.error;
}

const q: Path = ['qualifications', 0];
const sections = (assessment: number): Path => ['assessments', assessment, 'scheme', 'sections'];

describe('a sound pack', () => {
  it('comes back as a pack', () => {
    const result = validatePack(soundPack());
    expect(result.ok ? result.value.code : result.error).toBe('x');
  });

  it.each<[string, Path, unknown]>([
    ['a note about the pack by its code', ['notes', 0, 'about'], ['pack:x', 'form:f', 'assessment:by-section']],
    ['indicative content that stands beside no outcome', ['units', 0, 'indicativeContent', 0, 'outcome'], ''],
    ['a line feed, a comparison and an ampersand', ['title'], 'Marks < 50 & > 10\nin two lines'],
    ['words joined as their script asks', ['title'], 'می\u200cخواهم'],
    ['no credits of a unit, whatever is asked for', ['units', 0, 'credits'], null],
    ['no number of a qualification', [...q, 'number'], null],
    ['no hours of a unit, whatever is asked for', ['units', 0, 'totalUnitTime'], null],
    ['a section minimum where criteria have theirs', [...sections(1), 1, 'minimum'], 5],
    ['no word count', ['assessments', 0, 'brief', 'wordCount'], { kind: 'none' }],
  ])('may have %s', (_, path, to) => {
    expect(findingsOf(packWith(path, to))).toEqual([]);
  });
});

describe('shape', () => {
  it.each<[string, Path, unknown, string, string]>([
    ['a missing field', ['units', 0, 'title'], undefined, 'units[0] (u1) > title', 'Missing.'],
    ['a field of another format', ['units', 0, 'colour'], 'red', 'units[0] (u1) > colour', 'Not a field of a pack.'],
    ['another format', ['format'], 'countersign-pack/2', 'format', 'expected'],
    ['no qualification', ['qualifications'], [], 'qualifications', 'expected'],
    [
      'a mark in words',
      [...sections(0), 1, 'minimum'],
      'ten',
      'scheme > sections[1] (s2) > minimum',
      'expected number',
    ],
    ['half a mark', [...sections(0), 1, 'minimum'], 1.5, 'scheme > sections[1] (s2) > minimum', 'expected int'],
    ['an unknown rule', ['assessments', 0, 'scheme', 'rule', 'kind'], 'luck', 'rule > kind', 'Not one of the kinds'],
    ['an unknown condition', [...q, 'combination', 0, 'kind'], 'luck', 'combination[0] (all) > kind', 'Not one of'],
    ['a bad block', [...q, 'guidance', 0, 'blocks', 1, 'rows'], 7, 'blocks[1] > rows', 'expected array'],
    ['a code with a blank', ['units', 0, 'code'], 'u 1', 'units[0] (u 1) > code', 'letters, digits'],
    ['an empty text', ['title'], '', 'title', '>=1'],
  ])('%s is named with its place', (_, path, to, place, message) => {
    const [first] = findingsOf(packWith(path, to));
    expect(first).toMatchObject({ code: 'schema' });
    expect(first?.place).toContain(place);
    expect(first?.message).toContain(message);
  });

  it.each([null, 7, 'pack', [], {}])('%j is no pack', (input) => {
    expect(findingsOf(input)[0]).toMatchObject({ code: 'schema' });
  });

  it('names everything that is wrong, not only the first thing', () => {
    const pack = packWith(['units', 0, 'title'], undefined);
    Reflect.set(Object(pack), 'colour', 'red');
    expect(findingsOf(pack).map((one) => one.place)).toEqual(['units[0] (u1) > title', 'colour']);
  });
});

describe('texts and size', () => {
  it.each<[string, string]>([
    ['a tag', 'Some <b>bold</b> words'],
    ['a script', '<script src=x>'],
    ['an unclosed comment that a tag follows', '<!doctype html>'],
    ['an entity', 'Strengths&nbsp;and'],
    ['a numeric entity', 'A&#x41;'],
    ['a control character', 'A\u0007B'],
    ['a tab', 'A\tB'],
    ['an override of direction', 'A\u202eB'],
    ['a byte order mark', '\ufeffA'],
    ['half a surrogate pair', 'A\ud800'],
  ])('%s in a text is a finding', (_, text) => {
    expect(findingsOf(packWith(['units', 1, 'title'], text))).toEqual([
      { code: 'text', place: 'units[1] (u2) > title', message: expect.any(String) },
    ]);
  });

  it('refuses more characters than a pack may hold, and looks no further', () => {
    const found = findingsOf(packWith(['notes'], Array(5).fill('x'.repeat(1_000_000))));
    expect(found).toEqual([{ code: 'size', place: 'pack', message: 'More than 4000000 characters.' }]);
  });

  it('refuses more values than a pack may hold', () => {
    expect(findingsOf(packWith(['notes'], Array(200_001).fill(0)))).toMatchObject([{ code: 'size' }]);
  });

  it('refuses what is nested too deep, however deep', () => {
    let deep: unknown = { kind: 'bullet', text: 'x' };
    for (let depth = 0; depth < 50_000; depth += 1) deep = { kind: 'bullet', text: 'x', items: [deep] };
    const found = findingsOf(packWith(['units', 0, 'indicativeContent', 0, 'blocks', 0], deep));
    expect(found).toEqual([{ code: 'size', place: 'pack', message: 'Nested more than 40 deep.' }]);
  });

  it('lists two hundred findings, says that there are more, and looks for no more', () => {
    const found = findingsOf(packWith(['notes'], Array(500).fill('<b>')));
    expect(found).toHaveLength(201);
    expect(found.at(-1)?.message).toBe('There are more findings, which are not listed.');
  });
});

describe('a file far from any pack', () => {
  const within = (milliseconds: number, look: () => unknown): unknown => {
    const since = performance.now();
    const seen = look();
    expect(performance.now() - since).toBeLessThan(milliseconds);
    return seen;
  };

  // Each of these took from four seconds to more than a minute.
  it.each<[string, Path, unknown]>([
    ['of items that are all wrong', ['assessments'], Array(60_000).fill({})],
    ['of items wrong inside', [...sections(0), 0, 'criteria'], Array(60_000).fill({})],
    ['of tags that never end', ['title'], '<a'.repeat(200_000)],
    ['of unknown fields', ['colours'], Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`c${at}`, {}]))],
    ['of advice beside thousands of criteria', ['units', 0, 'advice', 0, 'criteria'], Array(60_000).fill('9.9')],
    ['of more conditions than are judged', [...q, 'combination'], Array(20_000).fill({})],
  ])('%s is refused before anybody waits', (_, path, to) => {
    const pack = packWith(path, to);
    expect(within(1500, () => findingsOf(pack))).not.toEqual([]);
  });

  it('with thousands of assessments of one unit of thousands of criteria is judged before anybody waits', () => {
    const pack = packWith(
      ['units', 0, 'outcomes', 0, 'criteria'],
      Array.from({ length: 12_000 }, (_, at) => ({ number: `1.${at + 1}`, text: 'Say' })),
    );
    const [one] = Reflect.get(Object(pack), 'assessments');
    const many = Array.from({ length: 2000 }, (_, at) => ({ ...one, id: `a${at}` }));
    Reflect.set(Object(pack), 'assessments', many);
    Reflect.set(Object(pack), 'notes', []);
    expect(within(3000, () => findingsOf(pack))).toEqual([]);
  });

  it.each([
    ['nested without end', '['.repeat(8_000_000), 'Nested more than 40 deep.'],
    ['of values without end', `[${'0,'.repeat(4_000_000)}0]`, 'More than 200000 values.'],
  ])('%s is not even parsed', (_, text, message) => {
    const read = within(1500, () => readPackText(text));
    expect(read).toEqual({ ok: false, error: [{ code: 'size', place: 'pack', message }] });
  });

  it('is no JSON, or is a pack', () => {
    expect(readPackText('{')).toEqual({ ok: false, error: 'not-json' });
    expect(readPackText(JSON.stringify(soundPack()))).toMatchObject({ ok: true, value: { code: 'x' } });
  });
});

describe('meaning', () => {
  it.each<[string, Path, unknown, string, string]>([
    ['two units of one code', ['units', 1, 'code'], 'u1', 'duplicate', 'units[1] (u1) > code'],
    [
      'two assessments of one id',
      ['assessments', 1, 'id'],
      'by-section',
      'duplicate',
      'assessments[1] (by-section) > id',
    ],
    ['two groups of one code', [...q, 'groups', 1, 'code'], 'A', 'duplicate', 'groups[1] (A) > code'],
    [
      'a unit twice in a group',
      [...q, 'groups', 1, 'units'],
      ['u1', 'u2', 'u2'],
      'duplicate',
      'groups[1] (B) > units[2]',
    ],
    ['two conditions of one id', [...q, 'combination', 1, 'id'], 'all', 'duplicate', 'combination[1] (all) > id'],
    ['two sections of one id', [...sections(0), 1, 'id'], 's1', 'duplicate', 'sections[1] (s1) > id'],
    [
      'a criterion id that another section has',
      [...sections(1), 1, 'criteria', 0, 'id'],
      'c1',
      'duplicate',
      'sections[1] (s2) > criteria[0] (c1) > id',
    ],
    [
      'an AC number twice in a unit',
      ['units', 0, 'outcomes', 1, 'criteria', 0, 'number'],
      '1.2',
      'duplicate',
      'units[0] (u1) > outcomes[1] (2) > criteria[0] (1.2) > number',
    ],
    ['a form that is not there', ['assessments', 0, 'form'], 'g', 'reference', 'assessments[0] (by-section) > form'],
    ['a unit that is not there', [...q, 'groups', 1, 'units', 1], 'u9', 'reference', 'groups[1] (B) > units[1]'],
    [
      'an assessment of a unit in no group',
      ['assessments', 0, 'units'],
      ['u1', 'u9'],
      'reference',
      '(by-section) > units[1]',
    ],
    [
      'a criterion that answers no AC',
      [...sections(0), 1, 'criteria', 0, 'answers', 0, 'criterion'],
      '3.1',
      'reference',
      'criteria[0] (c1) > answers[0]',
    ],
    [
      'a criterion that answers a unit not assessed',
      [...sections(0), 1, 'criteria', 0, 'answers', 0, 'unit'],
      'u2',
      'reference',
      'criteria[0] (c1) > answers[0]',
    ],
    [
      'a condition on a group that is not there',
      [...q, 'combination', 1, 'group'],
      'C',
      'reference',
      'combination[1] (a)',
    ],
    [
      'content beside no outcome',
      ['units', 0, 'indicativeContent', 0, 'outcome'],
      '9',
      'reference',
      'indicativeContent[0]',
    ],
    ['advice beside no outcome', ['units', 0, 'advice', 0, 'outcomes'], ['9'], 'reference', 'advice[0] > outcomes'],
    ['advice beside no criterion', ['units', 0, 'advice', 0, 'criteria'], ['9.1'], 'reference', 'advice[0] > criteria'],
    ['a standard of another unit', [...q, 'standards', 0, 'unit'], 'u9', 'reference', 'standards[0] > unit'],
    ['two stages of one code', [...q, 'stages', 1, 'code'], 'first', 'duplicate', 'stages[1] (first) > code'],
    [
      'two kinds of evidence of one code',
      [...q, 'evidence', 'kinds', 1, 'code'],
      'work',
      'duplicate',
      'kinds[1] (work)',
    ],
    [
      'lost words without their mark',
      ['units', 0, 'outcomes', 0, 'text'],
      'Plan',
      'reading',
      'outcomes[0] (1) > reading',
    ],
    [
      'the mark of lost words in a wording that is whole',
      ['units', 0, 'outcomes', 0, 'criteria', 0, 'text'],
      'Say [lost]',
      'reading',
      'criteria[0] (1.1) > reading',
    ],
    ['the mark in a title', ['units', 1, 'title'], '[lost]', 'reading', 'units[1] (u2) > reading'],
    ['a mended wording that was not found', ['units', 0, 'advice', 0, 'reading', 'found'], [], 'reading', 'advice[0]'],
    ['a note about nothing', ['notes', 0, 'about'], ['unit:u9'], 'reference', 'notes[0] (n) > about[0]'],
    ['a minimum above the available', [...sections(0), 0, 'minimum'], 21, 'marks', 'sections[0] (s1) > minimum'],
    ['a section without marks', [...sections(0), 0, 'available'], null, 'marks', 'sections[0] (s1) > available'],
    ['a section without a minimum', [...sections(0), 0, 'minimum'], null, 'marks', 'sections[0] (s1) > minimum'],
    [
      'marks by criterion under the section rule',
      [...sections(0), 1, 'criteria', 0, 'available'],
      5,
      'marks',
      'criteria[0] (c1) > available',
    ],
    [
      'a total out of reach',
      ['assessments', 0, 'scheme', 'rule', 'passTotal'],
      101,
      'marks',
      'scheme > rule > passTotal',
    ],
    [
      'a section that is not the sum of its criteria',
      [...sections(1), 0, 'available'],
      31,
      'marks',
      'sections[0] (s1) > available',
    ],
    [
      'a criterion without a minimum',
      [...sections(1), 0, 'criteria', 1, 'minimum'],
      null,
      'marks',
      'criteria[1] (c2) > minimum',
    ],
    [
      'marks where criteria are met or not',
      [...sections(2), 0, 'available'],
      10,
      'marks',
      'sections[0] (s1) > available',
    ],
    ['a section with nothing to achieve', [...sections(2), 0, 'criteria'], [], 'marks', 'sections[0] (s1) > criteria'],
    [
      'a word count upside down',
      ['assessments', 0, 'brief', 'wordCount', 'maximum'],
      150,
      'word-count',
      'assessments[0] (by-section) > brief > wordCount',
    ],
    ['a row of another width', [...q, 'guidance', 0, 'blocks', 1, 'rows', 0], [[]], 'layout', 'blocks[1] > rows[0]'],
    ['a pattern without its number', ['forms', 0, 'marksPattern'], '/ marks', 'layout', 'forms[0] (f) > marksPattern'],
    ['more credits than the units have', [...q, 'credits'], 11, 'combination', 'qualifications[0] (q) > credits'],
    [
      'more hours than the group has',
      [...q, 'combination', 1, 'totalUnitTime'],
      61,
      'combination',
      'combination[1] (a)',
    ],
    [
      'more hours than a level has',
      [...q, 'combination', 5, 'totalUnitTime'],
      61,
      'combination',
      'combination[5] (level)',
    ],
    ['more credits than the group has', [...q, 'combination', 1, 'credits'], 7, 'combination', 'combination[1] (a)'],
    [
      'more credits than all groups have',
      [...q, 'combination', 1],
      { id: 'a', kind: 'minimum-credits', group: null, credits: 11, wording: 'x' },
      'combination',
      'combination[1] (a)',
    ],
    [
      'groups that ask together for more than their units have',
      [...q, 'combination', 2, 'credits'],
      5,
      'combination',
      'combination[3] (once)',
    ],
    ['a unit that no group offers', [...q, 'combination', 0, 'units'], ['u9'], 'combination', 'combination[0] (all)'],
    [
      'a share of a level that no unit has',
      [...q, 'combination', 4, 'level'],
      7,
      'combination',
      'combination[4] (share)',
    ],
    ['more than all', [...q, 'combination', 4, 'share'], 1, 'combination', 'combination[4] (share)'],
    [
      'more credits at a level than there are',
      [...q, 'combination', 5, 'credits'],
      7,
      'combination',
      'combination[5] (level)',
    ],
  ])('%s is a finding', (_, path, to, code, place) => {
    const found = findingsOf(packWith(path, to));
    expect(found).toContainEqual(expect.objectContaining({ code, place: expect.stringContaining(place) }));
  });

  it('says what is wrong in a sentence', () => {
    expect(findingsOf(packWith([...sections(0), 0, 'minimum'], 21))).toEqual([
      {
        code: 'marks',
        place: 'assessments[0] (by-section) > scheme > sections[0] (s1) > minimum',
        message: 'The minimum 21 is above the 20 available.',
      },
    ]);
  });
});
