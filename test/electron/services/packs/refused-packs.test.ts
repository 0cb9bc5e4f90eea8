import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHead } from '../../../../electron/db/stores/audit-store.ts';
import { addPack } from '../../../../electron/services/packs/add-pack.ts';
import { listPacks } from '../../../../electron/services/packs/packs.ts';
import { listFiles } from '../../../../electron/vault/vault.ts';
import { sentenceFor } from '../../../../shared/api/sentences.ts';
import { bringIn } from '../../../support/incoming.ts';
import { answer, refusal } from '../../../support/result.ts';
import { type TemporaryWorkspace, temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { at, type Change, changed, type Path, put } from '../../../support/whole-pack.ts';

let made: TemporaryWorkspace;
const ending: (() => unknown)[] = [];
beforeAll(async () => {
  made = await temporaryWorkspace({ afterwards: (end) => void ending.push(end) });
});
afterAll(async () => {
  for (const end of ending.toReversed()) await end();
});

const add = (content: string | Uint8Array) => addPack(made.now(), bringIn(made.now(), 'pack.json', content));

const AC = [{ unit: '602', criterion: '1.1' }];
const DIPLOMA: Path = ['qualifications', 1];
const sections = (assessment: number): Path => ['assessments', assessment, 'scheme', 'sections'];
const criterion = (assessment: number, section: number, one: number): Path => [
  ...sections(assessment),
  section,
  'criteria',
  one,
];

/** Place, and the sentence that a person reads. */
type Refused = readonly [what: string, change: Change, place: string, message: string | RegExp];

const twice = (what: string, path: Path, as: string, place: string): Refused => [
  `${what} twice`,
  put(path, as),
  place,
  `“${as}” stands here a second time.`,
];

const MARKS: readonly Refused[] = [
  [
    'a section that is not the sum of its criteria',
    put([...sections(1), 0, 'available'], 31),
    'assessments[1] (by-criterion) > scheme > sections[0] (s1) > available',
    '31 here, 30 in the section’s criteria.',
  ],
  [
    'a section’s minimum that is not the sum of its criteria’s',
    put([...sections(1), 0, 'minimum'], 16),
    'assessments[1] (by-criterion) > scheme > sections[0] (s1) > minimum',
    '16 here, 17 in the section’s criteria.',
  ],
  [
    'a total that the sections cannot give',
    put(['assessments', 0, 'scheme', 'rule', 'passTotal'], 101),
    'assessments[0] (forty) > scheme > rule > passTotal',
    'Asks for 101 marks where 100 are available.',
  ],
  [
    'a minimum above what is available in a section',
    put([...sections(0), 1, 'minimum'], 31),
    'assessments[0] (forty) > scheme > sections[1] (s2) > minimum',
    'The minimum 31 is above the 30 available.',
  ],
  [
    'a minimum above what is available of a criterion',
    put([...criterion(1, 0, 0), 'minimum'], 11),
    'assessments[1] (by-criterion) > scheme > sections[0] (s1) > criteria[0] (s1-1) > minimum',
    'The minimum 11 is above the 10 available.',
  ],
  [
    'an unknown rule',
    put(['assessments', 0, 'scheme', 'rule', 'kind'], 'best-of-three'),
    'assessments[0] (forty) > scheme > rule > kind',
    'Not one of the kinds known here.',
  ],
];

const TWICE: readonly Refused[] = [
  twice('a source', ['sources', 1, 'id'], '003', 'sources[1] (003) > id'),
  twice('a qualification', [...DIPLOMA, 'code'], 'award', 'qualifications[1] (award) > code'),
  twice('a unit', ['units', 1, 'code'], '507', 'units[1] (507) > code'),
  twice('an assessment', ['assessments', 1, 'id'], 'forty', 'assessments[1] (forty) > id'),
  twice('a form', ['forms', 1, 'id'], 'ilm-mark-sheet', 'forms[1] (ilm-mark-sheet) > id'),
  twice('a group', [...DIPLOMA, 'groups', 1, 'code'], 'A', 'qualifications[1] (diploma) > groups[1] (A) > code'),
  twice('a unit in a group', [...DIPLOMA, 'groups', 0, 'units', 1], '602', 'groups[0] (A) > units[1]'),
  twice(
    'a condition',
    [...DIPLOMA, 'combination', 1, 'id'],
    'group-a-credits',
    'combination[1] (group-a-credits) > id',
  ),
  twice('a stage', ['qualifications', 0, 'stages', 1, 'code'], 'marking', 'stages[1] (marking) > code'),
  twice('a unit of an assessment', ['assessments', 0, 'units', 1], '602', 'assessments[0] (forty) > units[1]'),
  twice('a section', [...sections(0), 1, 'id'], 's1', 'scheme > sections[1] (s1) > id'),
  twice('a criterion', [...criterion(1, 0, 1), 'id'], 's1-1', 'sections[0] (s1) > criteria[1] (s1-1) > id'),
  twice('a criterion in another section', [...criterion(2, 1, 0), 'id'], 's1-1', 'sections[1] (s2) > criteria[0]'),
  twice('an outcome', ['units', 0, 'outcomes', 1, 'number'], '1', 'units[0] (507) > outcomes[1] (1) > number'),
  twice(
    'an assessment criterion',
    ['units', 0, 'outcomes', 1, 'criteria', 0, 'number'],
    '1.1',
    'units[0] (507) > outcomes[1] (2) > criteria[0] (1.1) > number',
  ),
  twice(
    'a statement',
    ['forms', 0, 'statements', 1, 'id'],
    'authenticity',
    'forms[0] (ilm-mark-sheet) > statements[1]',
  ),
  twice(
    'a signature place',
    ['forms', 0, 'signaturePlaces', 1, 'id'],
    'assessor',
    'signaturePlaces[1] (assessor) > id',
  ),
];

const EVIDENCE: readonly Refused[] = [
  [
    'a kind of evidence by its code twice',
    (pack) => put(['qualifications', 0, 'evidence', 'kinds', 1, 'code'], firstKind(pack, 'code'))(pack),
    'qualifications[0] (award) > evidence > kinds[1]',
    /stands here a second time\.$/,
  ],
  [
    'a kind of evidence by its words twice',
    (pack) => put(['qualifications', 0, 'evidence', 'kinds', 1, 'text'], firstKind(pack, 'text'))(pack),
    'qualifications[0] (award) > evidence > kinds[1]',
    /stands here a second time\.$/,
  ],
  [
    'a form of evidence twice',
    put(['qualifications', 0, 'evidence', 'kinds', 0, 'forms'], ['product', 'product']),
    'kinds[0]',
    '“product” stands here a second time.',
  ],
  [
    'a criterion to be met that answers none of its units',
    put([...criterion(2, 0, 1), 'answers'], []),
    'assessments[2] (met) > scheme > sections[0] (s1) > criteria[1] (s1-2) > answers',
    'Answers no assessment criterion of a unit; evidence is placed against those, so name at least one.',
  ],
];

/** A file whose second assessment has its heading twice, in another way of writing the key. */
const HEADING_TWICE = changed().replace(
  '"heading":"MARKS BY CRITERION"',
  (once) => `${once},"h\\u0065ading":"ANOTHER"`,
);

const ANSWERS: readonly Refused[] = [
  [
    'two criteria to be met for one of the unit',
    put([...criterion(2, 1, 0), 'answers'], AC),
    'assessments[2] (met) > scheme > sections[1] (s2) > criteria[0] (s2-1) > answers[0]',
    '“602 1.1” is answered here a second time.',
  ],
  [
    'a criterion of the unit that none of those to be met answers',
    put([...criterion(2, 1, 0), 'answers'], AC),
    'assessments[2] (met) > scheme > sections',
    'No criterion here answers “602 1.3”, which the units assessed ask for.',
  ],
  [
    'a criterion of the unit that none of those with marks answers',
    put([...criterion(1, 1, 0), 'answers'], []),
    'assessments[1] (by-criterion) > scheme > sections',
    'No criterion here answers “602 1.3”, which the units assessed ask for.',
  ],
  [
    'two criteria with marks for one of the unit',
    put([...criterion(1, 0, 1), 'answers'], AC),
    'assessments[1] (by-criterion) > scheme > sections[0] (s1) > criteria[1] (s1-2) > answers[0]',
    '“602 1.1” is answered here a second time.',
  ],
];

const firstKind = (pack: object, field: string) => at(pack, ['qualifications', 0, 'evidence', 'kinds', 0, field]);

const LEVELS: readonly Refused[] = [
  [
    'fewer descriptors than levels',
    put([...criterion(2, 0, 0), 'descriptors'], ['Weak']),
    'assessments[2] (met) > scheme > sections[0] (s1) > criteria[0] (s1-1) > descriptors',
    '1 descriptors for 2 levels.',
  ],
  [
    'more descriptors than levels',
    put([...criterion(2, 0, 0), 'descriptors'], ['Weak', 'Middling', 'Strong']),
    'criteria[0] (s1-1) > descriptors',
    '3 descriptors for 2 levels.',
  ],
  [
    'descriptors without levels',
    put(['assessments', 2, 'scheme', 'levels'], undefined),
    'criteria[0] (s1-1) > descriptors',
    'Describes levels that the scheme does not name.',
  ],
  [
    'levels without descriptors',
    put(['assessments', 1, 'scheme', 'levels'], ['Weak', 'Strong']),
    'assessments[1] (by-criterion) > scheme > levels',
    'No criterion says what these levels look like.',
  ],
  [
    'a level twice',
    put(['assessments', 2, 'scheme', 'levels'], ['Weak', 'Weak']),
    'scheme > levels[1]',
    '“Weak” stands here a second time.',
  ],
];

const condition = (one: object): Change => put([...DIPLOMA, 'combination', 0], { id: 'x', wording: 'made up', ...one });

const COMBINATIONS: readonly Refused[] = [
  [
    'more credits than all units have',
    put([...DIPLOMA, 'credits'], 500),
    'qualifications[1] (diploma) > credits',
    'Asks for 500 credits where all units together give 73.',
  ],
  [
    'more credits of a group than its units have',
    condition({ kind: 'minimum-credits', group: 'A', credits: 25 }),
    'qualifications[1] (diploma) > combination[0] (x)',
    'Asks for 25 credits where all units together give 24.',
  ],
  [
    'more credits at a level than there are',
    condition({ kind: 'minimum-credits-at-level', level: 7, credits: 19 }),
    'combination[0] (x)',
    'Asks for 19 credits where all units together give 18.',
  ],
  [
    'a share of a level that no unit has',
    condition({ kind: 'credit-share-above', level: 4, share: 0.5 }),
    'combination[0] (x)',
    'No set has more than 50% of its credits at level 4.',
  ],
  [
    'conditions that exclude each other',
    condition({ kind: 'credit-share-above', level: 7, share: 0.5 }),
    'qualifications[1] (diploma) > combination',
    'Each of these can be met alone, but no set of units meets them all together.',
  ],
  [
    'a unit that no group has',
    condition({ kind: 'all-units', units: ['699'] }),
    'combination[0] (x)',
    'Asks for unit “699”, which stands in no group.',
  ],
];

const TEXTS: readonly Refused[] = [
  ['HTML in a title', put(['title'], 'A <b>bold</b> title'), 'title', 'Holds markup; a text is plain words.'],
  [
    'a script in a criterion',
    put(['units', 0, 'outcomes', 0, 'criteria', 0, 'text'], '<script>alert(1)</script>'),
    'units[0] (507) > outcomes[0] (1) > criteria[0] (1.1) > text',
    'Holds markup; a text is plain words.',
  ],
  [
    'an entity in a descriptor',
    put([...criterion(2, 0, 0), 'descriptors', 0], 'Weak&nbsp;work'),
    'criteria[0] (s1-1) > descriptors[0]',
    'Holds markup; a text is plain words.',
  ],
];

describe('a pack file that is not right', () => {
  it('is taken in where nothing is changed in it', async () => {
    expect(answer(await add(changed()))).toMatchObject({ code: 'whole' });
  });

  it.each([...MARKS, ...TWICE, ...EVIDENCE, ...ANSWERS, ...LEVELS, ...COMBINATIONS, ...TEXTS])(
    'is refused for %s: its place and a sentence, and nothing is kept',
    async (_, change, place, message) => {
      const before = { packs: listPacks(made.now()), head: auditHead(made.now().db) };
      const refused = refusal(await add(changed(put(['version'], '2.0.0'), change)));
      expect(refused).toMatchObject({
        code: 'pack-refused',
        findings: expect.arrayContaining([
          { place: expect.stringContaining(place), message: expect.stringMatching(message) },
        ]),
      });
      expect(sentenceFor(refused)).toMatch(/not added|nothing was/i);
      expect({ packs: listPacks(made.now()), head: auditHead(made.now().db) }).toEqual(before);
      expect(listFiles(made.now().vault)).toEqual([]);
    },
  );

  it('is refused for a field that stands twice, which parsing would pass over', async () => {
    expect(JSON.parse(HEADING_TWICE).assessments[1].scheme.heading).toBe('ANOTHER');
    const before = listPacks(made.now());
    const place = 'assessments[1] (by-criterion) > scheme > heading';
    expect(refusal(await add(HEADING_TWICE))).toEqual({
      code: 'pack-refused',
      findings: [{ place, message: 'This field stands here a second time.' }],
      count: 1,
    });
    expect(listPacks(made.now())).toEqual(before);
  });

  it.each([10_000_000, 12 * 1024 * 1024])('is refused for %i bytes, sound as it may be', async (bytes) => {
    const before = listPacks(made.now());
    const sound = Buffer.from(changed(put(['version'], '2.0.0')));
    const refused = refusal(await add(Buffer.concat([sound, Buffer.alloc(bytes - sound.length, ' ')])));
    expect(refused).toEqual({
      code: 'pack-refused',
      findings: [{ place: 'pack', message: 'The file has 10 MB or more; no pack needs as much.' }],
      count: 1,
    });
    expect(listPacks(made.now())).toEqual(before);
    expect(listFiles(made.now().vault)).toEqual([]);
  });
});
