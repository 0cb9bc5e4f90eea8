import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { viewEnrolments } from '../../../../electron/services/enrolments/enrolment-view.ts';
import { putEnrolment } from '../../../../electron/services/enrolments/put-enrolment.ts';
import { openSheet } from '../../../../electron/services/marking/open-sheet.ts';
import { enterCriteria } from '../../../../electron/services/packs/enter-criteria.ts';
import { getPack, listPacks } from '../../../../electron/services/packs/packs.ts';
import { linkEvidence } from '../../../../electron/services/portfolio/link-evidence.ts';
import { takeIn } from '../../../../electron/services/submissions/take-in.ts';
import { editCentre } from '../../../../electron/services/workspace/edit-centre.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { inputs } from '../../../../shared/api/inputs.ts';
import { register, shippedPack, submission } from '../../../support/desk.ts';
import { added, judgeAll, portfolio, report } from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const OUTCOMES = [
  { text: 'Understand the role', criteria: ['Explain what it asks for', 'Weigh two theories of it'] },
  { text: 'Be able to fill it', criteria: ['Lead a team for a quarter'] },
];

const versions = (workspace: Workspace) =>
  listPacks(workspace)
    .filter((one) => one.code === 'cmi-level-6')
    .map((one) => one.version);
const newest = (workspace: Workspace) => present(listPacks(workspace).find((one) => one.code === 'cmi-level-6'));

/** A workspace with the pack whose units have no criteria, and a way to enter some. */
async function unprinted() {
  const { now } = await temporaryWorkspace();
  const workspace = now();
  const shipped = newest(workspace);
  const enter = (unit: string, more: { pack?: typeof shipped.digest; outcomes?: unknown; origin?: string } = {}) =>
    enterCriteria(
      workspace,
      inputs['packs.enter-criteria'].parse({
        pack: shipped.digest,
        unit,
        origin: 'The awarding organisation’s specification, pages 4 to 6',
        outcomes: OUTCOMES,
        ...more,
      }),
    );
  return { workspace, shipped, enter };
}

describe('criteria that a centre enters', () => {
  it('stand in a further version, numbered, with a note of where they are from and a record for each qualification', async () => {
    const { workspace, shipped, enter } = await unprinted();
    const made = answer(enter('601'));
    expect(made).toMatchObject({ code: shipped.code, version: '1.0.0+012345.1', builtIn: false });
    const pack = answer(getPack(workspace, made.digest));
    expect(pack.units[0]?.outcomes).toEqual([
      {
        number: '1',
        text: 'Understand the role',
        criteria: [
          { number: '1.1', text: 'Explain what it asks for' },
          { number: '1.2', text: 'Weigh two theories of it' },
        ],
      },
      {
        number: '2',
        text: 'Be able to fill it',
        criteria: [{ number: '2.1', text: 'Lead a team for a quarter' }],
      },
    ]);
    expect(pack.notes.at(-1)).toEqual({
      id: 'entered-601',
      kind: 'addition',
      place: 'The awarding organisation’s specification, pages 4 to 6',
      found: expect.stringContaining('no assessment criteria'),
      choice: expect.stringContaining('Entered by centre 012345'),
      about: ['unit:601', 'assessment:certificate-601', 'assessment:diploma-601'],
    });
    const title = 'Unit 601 Professional Management and Leadership Practice';
    expect(pack.assessments.map(({ id, title, qualification }) => [id, title, qualification])).toEqual([
      ['certificate-601', title, 'certificate'],
      ['diploma-601', title, 'diploma'],
    ]);
    const [record] = pack.assessments;
    expect(record?.scheme.heading).toBe(`ASSESSMENT RECORD: ${title}`);
    expect(record?.scheme.sections.map((one) => [one.id, one.heading])).toEqual([
      ['lo1', 'Understand the role'],
      ['lo2', 'Be able to fill it'],
    ]);
    expect(record?.scheme.sections[1]?.criteria).toEqual([
      {
        id: 'ac2.1',
        text: '2.1 Lead a team for a quarter',
        answers: [{ unit: '601', criterion: '2.1' }],
        available: null,
        minimum: null,
      },
    ]);
    expect(record?.brief.task[0]?.text).toMatch(/^The assessment process considers your evidence/);
    expect(answer(getPack(workspace, shipped.digest)).units[0]?.outcomes).toEqual([]);
  });

  it('are in the audit chain with their unit, their origin and the version that they were added to', async () => {
    const { workspace, shipped, enter } = await unprinted();
    const made = answer(enter('601'));
    const { events, payloads } = readChain(workspace.db);
    const last = present(events.at(-1));
    expect(last.kind).toBe('pack-added');
    expect(payloads.get(last.id)?.payload).toEqual({
      code: shipped.code,
      version: '1.0.0+012345.1',
      digest: made.digest,
      unit: '601',
      origin: 'The awarding organisation’s specification, pages 4 to 6',
      from: shipped.digest,
    });
  });

  it('are added to what was entered for other units, whichever version is on screen, newest first in the list', async () => {
    const { workspace, enter } = await unprinted();
    answer(enter('601'));
    const both = answer(getPack(workspace, answer(enter('614')).digest));
    expect(both.units.filter((one) => one.outcomes.length > 0).map((one) => one.code)).toEqual(['601', '614']);
    expect(both.assessments).toHaveLength(4);
    expect(versions(workspace)).toEqual(['1.0.0+012345.2', '1.0.0+012345.1', '1.0.0']);
  });

  it('entered again replace those that a centre entered, with their note and their records', async () => {
    const { workspace, enter } = await unprinted();
    answer(enter('601'));
    answer(enter('614'));
    const again = answer(
      enter('601', { outcomes: [{ text: 'Only one', criteria: ['And one'] }], origin: 'Edition 2' }),
    );
    const pack = answer(getPack(workspace, again.digest));
    expect(again.version).toBe('1.0.0+012345.3');
    expect(pack.units[0]?.outcomes.map((one) => one.text)).toEqual(['Only one']);
    expect(pack.assessments.map((one) => [one.id, one.scheme.sections.length])).toEqual([
      ['certificate-601', 1],
      ['diploma-601', 1],
      ['certificate-614', 2],
      ['diploma-614', 2],
    ]);
    expect(pack.notes.filter((one) => one.about.includes('unit:601') && one.id.startsWith('entered-'))).toMatchObject([
      { place: 'Edition 2' },
    ]);
  });

  it('that are there already change nothing', async () => {
    const { workspace, enter } = await unprinted();
    answer(enter('601'));
    const second = answer(enter('614'));
    const events = readChain(workspace.db).events.length;
    expect(answer(enter('601'))).toEqual(second);
    expect(versions(workspace)).toHaveLength(3);
    expect(readChain(workspace.db).events).toHaveLength(events);
  });

  it('name the centre in their version with the letters that a version may have', async () => {
    const { workspace, enter } = await unprinted();
    answer(editCentre(workspace, { number: 'Süd / 7_b', name: 'Centre South' }));
    expect(answer(enter('601')).version).toBe('1.0.0+Sd7b.1');
  });

  it('are refused where the source prints its own', async () => {
    const { workspace, enter } = await unprinted();
    expect(refusal(enter('602', { pack: shippedPack().digest }))).toEqual({
      code: 'criteria-entered',
      unit: '8316-602',
    });
    expect(listPacks(workspace)).toHaveLength(4);
  });

  it('are refused for a unit that is not there', async () => {
    const { enter } = await unprinted();
    expect(refusal(enter('699'))).toMatchObject({ code: 'invalid-input', place: 'unit' });
  });

  it.each([
    ['Explain <b>it</b>', 'markup'],
    ['Explain [lost]', 'reading'],
    ['Turn \u202e about', 'does not show'],
  ])('are refused as a pack would be with %j, and nothing is kept', async (text, said) => {
    const { workspace, enter } = await unprinted();
    const refused = refusal(enter('601', { outcomes: [{ text: 'Understand', criteria: ['Explain', text] }] }));
    expect(refused).toMatchObject({ code: 'pack-refused' });
    expect(JSON.stringify(refused)).toContain(said);
    expect(JSON.stringify(refused)).toContain('units[0] (601) > outcomes[0] (1) > criteria[1] (1.2)');
    expect(versions(workspace)).toEqual(['1.0.0']);
  });

  it('are followed by who is enrolled, and not by what was taken in before', async () => {
    const { workspace, shipped, enter } = await unprinted();
    const learner = register(workspace);
    const enrolled = { learner: learner.id, qualification: 'certificate', units: [] };
    answer(putEnrolment(workspace, { ...enrolled, pack: shipped.digest }));
    const first = answer(enter('601'));
    expect(answer(viewEnrolments(workspace, learner.id)).map((one) => one.pack)).toEqual([first.digest]);
    const work = { pack: first.digest, assessment: 'certificate-601' };
    const taken = answer(await takeIn(workspace, submission(workspace, learner.id, work)));
    const second = answer(enter('614'));
    expect(answer(viewEnrolments(workspace, learner.id)).map((one) => one.pack)).toEqual([second.digest]);
    expect(taken.attempt.pack).toBe(first.digest);
  });
});

describe('what is typed', () => {
  const input = (outcomes: unknown) =>
    inputs['packs.enter-criteria'].safeParse({ pack: 'a'.repeat(64), unit: '601', origin: 'x', outcomes }).success;

  it.each<[string, unknown]>([
    ['no outcome', []],
    ['an outcome without a criterion', [{ text: 'One', criteria: [] }]],
    ['an empty criterion', [{ text: 'One', criteria: [' '] }]],
    ['2,001 characters', [{ text: 'One', criteria: ['x'.repeat(2001)] }]],
    ['51 outcomes', Array(51).fill({ text: 'One', criteria: ['Two'] })],
    ['101 criteria', [{ text: 'One', criteria: Array(101).fill('Two') }]],
  ])('is refused with %s', (_, outcomes) => {
    expect(input(outcomes)).toBe(false);
    expect(input([{ text: 'One', criteria: ['x'.repeat(2000)] }])).toBe(true);
  });
});

describe('judgements', () => {
  it('of criteria that are entered anew stand by their words, not by their numbers', async () => {
    const { workspace, enter } = await unprinted();
    const first = answer(enter('601'));
    const learner = register(workspace);
    const asked = { pack: first.digest, assessment: 'diploma-601' };
    const taken = answer(await takeIn(workspace, submission(workspace, learner.id, asked)));
    const sheet = answer(openSheet(workspace, taken.attempt.id));
    const of = { learner: learner.id, pack: first.digest, qualification: 'diploma' };
    const item = added(
      workspace,
      of,
      report({
        kind: { code: 'written-answers' },
        record: { form: 'document', script: null, place: 'Folder 3' },
      }),
    );
    const change = (criterion: string) => ({ evidence: item.id, unit: '601', criterion, linked: true });
    answer(linkEvidence(workspace, { ...of, changes: ['1.1', '1.2', '2.1'].map(change) }));
    judgeAll(workspace, sheet, () => 'achieved');
    const again = answer(
      enter('601', {
        outcomes: [{ text: 'Understand the role', criteria: ['Explain what it asks for', 'Something else'] }],
      }),
    );
    const standings = portfolio(workspace, { ...of, pack: again.digest }).criteria.filter((one) => one.unit === '601');
    expect(standings.map((one) => [one.criterion, one.met])).toEqual([
      ['1.1', 'achieved'],
      ['1.2', null],
    ]);
    const before = portfolio(workspace, of).criteria.filter((one) => one.unit === '601');
    expect(before.map((one) => one.met)).toEqual(['achieved', 'achieved', 'achieved']);
  });
});
