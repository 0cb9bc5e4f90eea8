import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { hangsFromALearner, idsOfLearner } from '../../../../electron/db/stores/subject-store.ts';
import { viewPortfolio } from '../../../../electron/services/portfolio/portfolio-view.ts';
import { removeEvidence } from '../../../../electron/services/portfolio/put-evidence.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { Digest, EvidenceId, LearnerId } from '../../../../shared/model/ids.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { register, submitted } from '../../../support/desk.ts';
import {
  added,
  builtIn,
  criteriaSheet,
  type EvidenceInput,
  link,
  portfolio,
  portfolioOf,
  put,
  report,
} from '../../../support/portfolios.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { addSyntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const DATE = '2026-11-20' as CivilDate;
const NOBODY = '00000000-0000-4000-8000-000000000001';

async function began() {
  const made = await temporaryWorkspace();
  const workspace = made.now();
  const of = portfolioOf(register(workspace).id);
  return { ...made, workspace, of };
}

describe('a portfolio', () => {
  it('is empty at first, with what the source says of evidence and every unit with its criteria', async () => {
    const { workspace, of } = await began();
    const view = portfolio(workspace, of);
    expect(view).toMatchObject({ ...of, items: [], links: [], scripts: [] });
    expect(view.rules).toMatchObject({ open: true, simulation: { allowed: false } });
    const unit = present(view.units.find((one) => one.code === 'ML51'));
    expect(unit).toMatchObject({ chosen: false, outcomes: [{ number: '1' }, { number: '2' }, { number: '3' }] });
    expect(view.criteria).toContainEqual({ unit: 'ML51', criterion: '1.1', met: null, locked: false });
    const every = view.units.flatMap((one) => one.outcomes).flatMap((one) => one.criteria);
    expect(view.criteria).toHaveLength(every.length);
  });

  it('says which units were chosen, and names the scripts that documents can be', async () => {
    const { workspace } = await began();
    const learner = register(workspace, 'Siân O’Neill');
    await criteriaSheet(workspace, learner);
    const view = portfolio(workspace, portfolioOf(learner.id));
    expect(view.units.filter((one) => one.chosen).map((one) => one.code)).toEqual(['ML51']);
    expect(view.scripts).toMatchObject([{ name: 'script.txt', assessment: 'ML51', attempt: 1 }]);
  });

  it.each([
    ['an unknown learner', { learner: NOBODY as LearnerId }, 'learner-unknown'],
    ['an unknown pack', { pack: 'a'.repeat(64) as Digest }, 'pack-unknown'],
    ['a qualification that the pack has not', { qualification: 'degree' }, 'qualification-unknown'],
  ])('of %s is refused, for reading as for adding', async (_what, more, code) => {
    const { workspace, of } = await began();
    const head = auditHead(workspace.db);
    expect(refusal(viewPortfolio(workspace, { ...of, ...more })).code).toBe(code);
    expect(refusal(put(workspace, { ...of, ...more })).code).toBe(code);
    expect(auditHead(workspace.db)).toEqual(head);
  });

  it('hangs from its learner, so that an extract about somebody else never tells of it', async () => {
    const { workspace, of } = await began();
    const { id } = added(workspace, of);
    expect(idsOfLearner(workspace.db, of.learner)).toContain(id);
    expect(idsOfLearner(workspace.db, register(workspace).id)).not.toContain(id);
    expect(hangsFromALearner(workspace.db, id)).toBe(true);
  });
});

describe('adding evidence', () => {
  it.each<[string, Partial<EvidenceInput>]>([
    ['a product', {}],
    ['a document kept elsewhere', { record: { form: 'document', script: null, place: 'Folder 3, page 12' } }],
    [
      'an observation',
      {
        kind: { code: 'observable-performance' },
        record: { form: 'observation', date: DATE, place: 'Ward 4', observer: "Niamh O'Hara", notes: 'Led it.\nWell.' },
      },
    ],
    [
      'a witness testimony',
      {
        kind: { code: 'witness-testimony' },
        record: {
          form: 'witness-testimony',
          witness: { name: 'Zoë d’Arcy', role: 'Director', relation: 'Line manager', contact: '' },
          date: DATE,
          statement: "“She did.” \\ <b> {x} '; DROP TABLE evidence; --",
        },
      },
    ],
    [
      'a professional discussion',
      {
        kind: { code: 'discussion-and-questioning' },
        record: { form: 'professional-discussion', date: DATE, place: 'Online', participants: 'Both', notes: 'Why.' },
      },
    ],
    ['something in own words, since the list is open', { kind: { text: 'Recorded webinar' } }],
  ])('keeps %s as it was entered', async (_what, more) => {
    const { workspace, of, reopen } = await began();
    const input = report(more);
    answer(put(workspace, of, input));
    const [item] = portfolio(await reopen(), of).items;
    const { script: _, ...record } = 'script' in input.record ? input.record : { ...input.record, script: null };
    expect(item).toMatchObject({ number: 1, title: input.title, addedOn: '2026-11-22', lock: null, record });
    expect(item?.kind).toMatchObject('code' in input.kind ? input.kind : { code: null, ...input.kind });
  });

  it('names a script of the learner with its digest, and refuses one of somebody else', async () => {
    const { workspace } = await began();
    const [learner, other] = [register(workspace), register(workspace)];
    const { attempt } = await criteriaSheet(workspace, learner);
    const script = present(attempt.scripts[0]);
    const document = report({ record: { form: 'document', script: script.id, place: 'p 2' } });
    const { id, name, sha256 } = script;
    expect(added(workspace, portfolioOf(learner.id), document).record).toEqual({
      form: 'document',
      file: { script: id, name, sha256 },
      place: 'p 2',
    });
    expect(refusal(put(workspace, portfolioOf(other.id), document)).code).toBe('script-unknown');
    const elsewhere = await submitted(workspace, other);
    const theirs = report({
      record: { form: 'document', script: present(elsewhere.attempt.scripts[0]).id, place: '' },
    });
    expect(refusal(put(workspace, portfolioOf(learner.id), theirs)).code).toBe('script-unknown');
    expect(portfolio(workspace, portfolioOf(other.id)).items).toEqual([]);
  });

  it('refuses simulation in the words of the source', async () => {
    const { workspace, of } = await began();
    const { simulation } = present(portfolio(workspace, of).rules);
    expect(refusal(put(workspace, of, report({ simulated: true })))).toEqual({
      code: 'evidence-simulated',
      wording: present(simulation).wording,
    });
  });

  it('refuses a type that the list has not, and own words where the list is closed', async () => {
    const { workspace, of } = await began();
    expect(refusal(put(workspace, of, report({ kind: { code: 'hearsay' } })))).toEqual({
      code: 'evidence-kind-refused',
      kind: 'hearsay',
    });
    const closed = portfolioOf(of.learner, { pack: builtIn('cmi-level-6').digest });
    expect(refusal(put(workspace, closed, report({ kind: { text: 'Webinar' } })))).toEqual({
      code: 'evidence-kind-refused',
      kind: 'Webinar',
    });
    expect(portfolio(workspace, closed).items).toEqual([]);
  });

  it('refuses a form that does not fit the type, own words of the list counting as the list’s', async () => {
    const { workspace, of } = await began();
    const { record } = report();
    for (const kind of [{ code: 'witness-testimony' }, { text: ' Witness  TESTIMONY ' }]) {
      expect(refusal(put(workspace, of, report({ kind, record })))).toEqual({
        code: 'evidence-form-refused',
        kind: 'witness testimony',
        form: 'product',
      });
    }
    expect(portfolio(workspace, of).items).toEqual([]);
  });

  it('takes own words and no code where the source has no list', async () => {
    const { workspace, of } = await began();
    const { digest } = await addSyntheticPack(workspace);
    const open = { ...of, pack: digest };
    expect(added(workspace, open, report({ kind: { text: 'Diary' }, simulated: true }))).toMatchObject({
      kind: { code: null, text: 'Diary' },
      simulated: true,
    });
    expect(refusal(put(workspace, open)).code).toBe('evidence-kind-refused');
  });

  it('numbers in the order of adding for each learner and qualification, and never gives a number again', async () => {
    const { workspace, of } = await began();
    const other = portfolioOf(register(workspace).id);
    const items = [1, 2, 3].map(() => added(workspace, of));
    expect(items.map((one) => one.number)).toEqual([1, 2, 3]);
    expect(added(workspace, other).number).toBe(1);
    for (const { id } of items.slice(1)) answer(removeEvidence(workspace, { ...of, evidence: id }));
    expect(added(workspace, of).number).toBe(4);
    expect(portfolio(workspace, of).items.map((one) => one.number)).toEqual([1, 4]);
  });
});

describe('changing and removing evidence', () => {
  it('changes the piece whose id is given, with its number, its day and its links', async () => {
    const { workspace, of, clock } = await began();
    const { id } = added(workspace, of);
    answer(link(workspace, of, id, ['1.1'], { place: 'p 4' }));
    clock.advance(48 * 3_600_000);
    const view = answer(put(workspace, of, report({ evidence: id, title: 'Annual report' })));
    expect(view.items).toMatchObject([{ id, number: 1, title: 'Annual report', addedOn: '2026-11-22' }]);
    expect(view.links).toEqual([{ evidence: id, unit: 'ML51', criterion: '1.1', place: 'p 4' }]);
  });

  it('records one act for each change with what it was and is, and none where nothing changes', async () => {
    const { workspace, of } = await began();
    const { id } = added(workspace, of);
    const head = auditHead(workspace.db);
    answer(put(workspace, of, report({ evidence: id })));
    expect(auditHead(workspace.db)).toEqual(head);
    answer(put(workspace, of, report({ evidence: id, title: 'Annual report' })));
    answer(link(workspace, of, id, ['1.1']));
    answer(removeEvidence(workspace, { ...of, evidence: id }));
    const { events, payloads } = readChain(workspace.db);
    const told = events.slice(-4).map((one) => [one.kind, payloads.get(one.id)?.payload]);
    const whose = { learner: of.learner, qualification: 'diploma', evidence: id, number: 1 };
    expect(told).toMatchObject([
      ['evidence-added', { ...whose, added: { title: 'Quarterly report' } }],
      ['evidence-edited', { ...whose, before: { title: 'Quarterly report' }, after: { title: 'Annual report' } }],
      ['evidence-linked', { learner: of.learner, linked: [{ evidence: id, criterion: '1.1' }], unlinked: [] }],
      ['evidence-removed', { ...whose, removed: { title: 'Annual report' }, unlinked: [{ criterion: '1.1' }] }],
    ]);
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
  });

  it('refuses what is not in this portfolio, or no longer', async () => {
    const { workspace, of } = await began();
    const { id } = added(workspace, of);
    const other = portfolioOf(register(workspace).id);
    for (const [whose, evidence] of [
      [other, id],
      [of, NOBODY as EvidenceId],
    ] as const) {
      expect(refusal(put(workspace, whose, report({ evidence }))).code).toBe('evidence-unknown');
      expect(refusal(removeEvidence(workspace, { ...whose, evidence })).code).toBe('evidence-unknown');
    }
    answer(removeEvidence(workspace, { ...of, evidence: id }));
    expect(refusal(removeEvidence(workspace, { ...of, evidence: id })).code).toBe('evidence-unknown');
  });
});
