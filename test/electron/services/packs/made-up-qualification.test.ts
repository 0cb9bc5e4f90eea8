import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Application, createApplication } from '../../../../electron/services/application.ts';
import { handlers } from '../../../../electron/services/handlers.ts';
import type { Reply } from '../../../../shared/api/contract.ts';
import { type CallName, type FieldEdit, type Input, inputs, type ParsedInput } from '../../../../shared/api/inputs.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { Role } from '../../../../shared/model/person.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { bringIn } from '../../../support/incoming.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from '../../../support/workspace-details.ts';

const PACK = resolve(import.meta.dirname, '../../../fixtures/packs/whole-job.json');
const on = (date: string) => date as CivilDate;

/** A person at a machine of their own, who does everything through the calls of the contract. */
async function personAt(name: string, roles: Role[]) {
  const host = { tell: () => undefined, openOutside: async () => false };
  const folder = join(temporaryFolder(), 'workspace');
  const app: Application = createApplication({ folder, clock: heldClock(), cost: CHEAP_COST, host });
  onTestFinished(app.lock);
  const asked = async <C extends CallName>(call: C, input: Input<C>): Promise<Reply<C>> =>
    // The schema of this very call produced it.
    handlers[call](app, inputs[call].parse(input) as ParsedInput<C>);
  const done = async <C extends CallName>(call: C, input: Input<C>) => answer(await asked(call, input));
  await done('workspace.create', { ...DETAILS, person: { name, roles } });
  const file = (as: string, bytes: Buffer | string) => bringIn(answer(app.workspace()), as, bytes);
  const out = temporaryFolder();
  const written = (name: string) => readFileSync(join(out, name));
  return { asked, done, file, out, written, destination: () => app.destinations.issue(out) };
}
type Person = Awaited<ReturnType<typeof personAt>>;

it('goes from one pack file through the whole job: marked, referred, resubmitted, passed, signed, checked, complete', {
  timeout: 60_000,
}, async () => {
  const assessor = await personAt('Morgan Vale', ['assessor']);
  const { asked, done } = assessor;
  const { digest: pack } = await done('packs.add', { file: assessor.file('site.json', readFileSync(PACK)) });
  const { id: learner } = await done('learners.add', { name: 'Jo Field (demo)', registrationNumber: 'SITE001' });
  const of = { learner, pack, qualification: 'site' };

  // Three units chosen, the one that is not assessed here granted as an exemption; one that would count twice is refused.
  const mandatory = [
    { unit: 'S1', group: 'M', how: 'planned' as const },
    { unit: 'S2', group: 'M', how: 'planned' as const },
  ];
  const exempt = { how: 'exemption' as const, unit: 'S3', group: 'O', reason: 'Card held', date: on('2026-01-09') };
  const twice = { ...of, units: [...mandatory, { unit: 'S2', group: 'O', how: 'planned' as const }] };
  expect(refusal(await asked('enrolments.put', twice))).toEqual({ code: 'unit-twice', unit: 'SITE-S2' });
  const enrolled = await done('enrolments.put', { ...of, units: [...mandatory, exempt] });
  expect(enrolled.ifChosen.complete).toBe(true);
  expect(enrolled.achieved.conditions.map((one) => [one.id, one.status])).toEqual([
    ['mandatory', 'open'],
    ['total', 'open'],
    ['total', 'open'],
    ['optional', 'holds'],
    ['once', 'holds'],
    ['level-5', 'open'],
    ['level-5', 'open'],
    ['share', 'open'],
  ]);

  /** The learner's script taken in and its sheet opened, with a way to enter something in it. */
  const openedFor = async (assessment: string, words: string, received: string) => {
    const { attempt } = await done('attempts.take-in', {
      learner,
      pack,
      assessment,
      files: [assessor.file('script.txt', words)],
      dateReceived: on(received),
      declarationDate: on(received),
      standardisationRefused: false,
    });
    const { sheet, revision } = await done('sheets.open', { attempt: attempt.id });
    const enter = (field: FieldEdit) => asked('sheets.edit', { sheet, revision, field });
    const entered = async (...fields: readonly FieldEdit[]) => {
      for (const field of fields) answer(await enter(field));
    };
    const view = () => done('sheets.get', { sheet });
    const signed = async () => {
      const acknowledged = [...(await done('sheets.rehearse', { sheet })).warnings];
      return done('sheets.sign', { sheet, revision, passphrase: PASSPHRASE, acknowledged });
    };
    return { attempt, sheet, enter, entered, view, signed };
  };
  const words = (section: string, good: string, next: string): FieldEdit[] => [
    { kind: 'strengths', section, text: good },
    { kind: 'improvements', section, text: next },
  ];
  const mark = (section: string, typed: string): FieldEdit => ({ kind: 'mark', section, typed });

  // By section: 63 of 100 is above the 50 that a pass needs, and the plan is below its own minimum.
  const first = await openedFor('site-s1', 'We lay the drains on Monday and the base on Thursday.', '2026-10-05');
  await first.entered(mark('plan', '25'), ...words('plan', 'The days are clear.', 'Say who does what.'));
  await first.entered(mark('cost', '38'), ...words('cost', 'Every price has its source.', 'Add the hire of the pump.'));
  expect((await first.signed()).decision).toMatchObject({
    outcome: 'referral',
    total: 63,
    referred: [{ section: 'plan', mark: 25, minimum: 30 }],
  });
  const second = await openedFor('site-s1', 'Sam lays the drains on Monday, Kit the base on Thursday.', '2026-10-19');
  expect((await second.view()).sections.map(({ section, carried }) => [section, carried?.attempt ?? null])).toEqual([
    ['plan', null],
    ['cost', 1],
  ]);
  expect(refusal(await second.enter(mark('cost', '40')))).toEqual({ code: 'section-carried', section: 'cost' });
  await second.entered(mark('plan', '35'), ...words('plan', 'Each task has a name.', 'Keep a day in hand.'));
  expect((await second.signed()).decision).toMatchObject({ outcome: 'pass', total: 73 });

  // By criteria: the pack's own list of evidence is closed, says what each type may be, and forbids simulation.
  const portfolio = await openedFor('site-s2', 'The dangers of our site are the trench and the crane.', '2026-10-20');
  const add = (more: Partial<Input<'evidence.put'>>) =>
    asked('evidence.put', {
      ...of,
      evidence: null,
      title: 'The safety file',
      kind: { code: 'work' },
      record: { form: 'document', script: present(portfolio.attempt.scripts[0]).id, place: 'page 1' },
      simulated: false,
      ...more,
    });
  const observation = {
    form: 'observation',
    date: on('2026-10-12'),
    place: 'Site',
    observer: 'M Vale',
    notes: 'Told Kit.',
  } as const;
  expect(refusal(await add({ kind: { code: 'drawing' } })).code).toBe('evidence-kind-refused');
  expect(refusal(await add({ kind: { text: 'A film' } })).code).toBe('evidence-kind-refused');
  expect(refusal(await add({ record: observation })).code).toBe('evidence-form-refused');
  expect(refusal(await add({ simulated: true }))).toEqual({
    code: 'evidence-simulated',
    wording: 'Simulation is not permitted for any unit of this qualification.',
  });
  const numbers = async (more: Partial<Input<'evidence.put'>> = {}) => present(answer(await add(more)).items.at(-1));
  const e1 = await numbers();
  const e2 = await numbers({ title: 'Seen on site', kind: { code: 'seen' }, record: observation });
  const link = (evidence: typeof e1.id, criterion: string) => ({ evidence, unit: 'S2', criterion, linked: true });
  await done('evidence.link', { ...of, changes: [link(e1.id, '1.1'), link(e2.id, '1.2')] });

  const judge = (section: string, criterion: string, met: 'achieved' | 'not-yet'): FieldEdit[] => [
    { kind: 'criterion-met', section, criterion, met },
    { kind: 'judgement', section, criterion, text: `Judged ${met} on what is held for it.` },
  ];
  const [achieved] = judge('do', 'd1', 'achieved');
  expect(refusal(await portfolio.enter(present(achieved)))).toMatchObject({ code: 'criterion-without-evidence' });
  await portfolio.entered(
    ...judge('know', 'k1', 'achieved'),
    ...judge('know', 'k2', 'achieved'),
    ...judge('do', 'd1', 'not-yet'),
    ...words('know', 'The trench is named.', 'Name the crane’s rope too.'),
    ...words('do', 'The file is in order.', 'Lead a walk and have it seen.'),
  );
  expect((await portfolio.signed()).decision).toMatchObject({ outcome: 'referral', referred: [{ section: 'do' }] });

  const again = await openedFor('site-s2', 'On the third I led the walk.', '2026-11-03');
  expect((await again.view()).sections.map((one) => one.carried?.attempt ?? null)).toEqual([1, null]);
  const witness = { name: 'Kit Low (demo)', role: 'Foreman', relation: 'Works under the learner', contact: '' };
  const e3 = await numbers({
    title: 'What the foreman saw',
    kind: { code: 'told' },
    record: { form: 'witness-testimony', witness, date: on('2026-11-03'), statement: 'Jo led it from gate to gate.' },
  });
  expect([e1.number, e2.number, e3.number]).toEqual([1, 2, 3]);
  await done('evidence.link', { ...of, changes: [link(e3.id, '2.1')] });
  await again.entered(
    ...judge('do', 'd1', 'achieved'),
    ...words('do', 'The walk was led.', 'Write down what was found.'),
  );
  expect((await again.signed()).decision).toMatchObject({ outcome: 'pass', total: null });

  // The award is complete, for the learner and in the cohort's table.
  const [enrolment] = await done('enrolments.get', { learner });
  expect(enrolment?.achieved).toMatchObject({ complete: true, credits: 13, totalUnitTime: 130 });
  expect(enrolment?.units.map((one) => [one.code, one.state])).toEqual([
    ['S1', 'achieved'],
    ['S2', 'achieved'],
    ['S3', 'achieved'],
    ['S4', 'planned'],
  ]);
  expect((await done('enrolments.progress', { pack, qualification: 'site' })).rows).toMatchObject([
    { learner, creditsAchieved: 13, held: 6, conditions: 6, complete: true },
  ]);

  // All four sheets go out in both formats, and each file proves itself.
  const sheets = [first, second, portfolio, again].map((one) => one.sheet);
  const { files } = await done('exports.write', {
    sheets,
    formats: ['pdf', 'docx'],
    destination: assessor.destination(),
  });
  expect(files).toHaveLength(8);
  for (const { name } of files) expect(await verified(assessor, name, assessor.written(name))).toBe('intact');

  // The IQA, who has never seen the pack, opens the last one, agrees, and sends it back signed.
  const iqa = await personAt('Ade Hall', ['iqa']);
  const [pdf, docx] = files.filter((one) => one.sheet === again.sheet).map((one) => one.name);
  const came = await iqa.done('checks.open', {
    pdf: iqa.file('sheet.pdf', assessor.written(present(pdf))),
    docx: iqa.file('sheet.docx', assessor.written(present(docx))),
  });
  expect(came.sheet.evidence?.map((one) => [one.number, one.kind.text])).toEqual([
    [1, 'Products of work'],
    [2, 'Direct observation'],
    [3, 'Testimony of a witness'],
  ]);
  const marks = came.sheet.scheme.sections.flatMap((section) =>
    section.criteria.map((one) => ({ section: section.id, criterion: one.id, typed: 'achieved' })),
  );
  const checked = await iqa.done('checks.sign', { check: came.check, place: 'iqa', passphrase: PASSPHRASE, marks });
  expect(checked.qa?.decision).toMatchObject({ outcome: 'pass' });
  await iqa.done('checks.export', {
    checks: [came.check],
    formats: ['pdf', 'docx'],
    destination: iqa.destination(),
  });
  const sentBack = readdirSync(iqa.out);
  expect(sentBack).toHaveLength(2);
  for (const name of sentBack) expect(await verified(assessor, name, iqa.written(name))).toBe('intact');
});

async function verified(person: Person, name: string, bytes: Buffer): Promise<string> {
  return (await person.done('files.verify', { file: person.file(name, bytes) })).verdict;
}
