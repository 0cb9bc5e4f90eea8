import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { insertLearner } from '../../../../electron/db/stores/learner-store.ts';
import { inTransaction } from '../../../../electron/db/transaction.ts';
import { addLearner, editLearner, getLearner, listLearners } from '../../../../electron/services/learners/learners.ts';
import { centreOf } from '../../../../electron/services/workspace/workspace.ts';
import { ok } from '../../../../shared/lib/result.ts';
import type { LearnerId } from '../../../../shared/model/ids.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { openedSheet, register, signedSheet, submitted } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const NAMES = [
  "Siobhán O'Brien-Smith",
  'Sinéad O’Brien',
  'Łukasz Żółć',
  'Ngũgĩ wa Thiong’o',
  'Μαρία Παπαδοπούλου',
  'Дмитрий Иванов',
  'محمد علي',
  'דוד כהן',
  '山田 太郎',
  'Ada; DROP TABLE learner; --',
  '%_\\ "quoted" \'single\'',
  '𝕁ohn 😀',
  'x'.repeat(200),
];

describe('registering a learner', () => {
  it.each(NAMES)('keeps the name %j as it was written', async (name) => {
    const { now } = await temporaryWorkspace();
    const added = answer(addLearner(now(), { name, registrationNumber: 'ABC123', cohort: 'Spring' }));
    expect(added).toMatchObject({ name, registrationNumber: 'ABC123', cohort: 'Spring', aliases: [] });
    expect(answer(getLearner(now(), added.id))).toEqual({ learner: added, attempts: [] });
  });

  it('refuses a registration number that the centre has, and records no act for it', async () => {
    const { now } = await temporaryWorkspace();
    register(now(), 'Rhys Jones', 'ABC123');
    const head = auditHead(now().db);
    expect(refusal(addLearner(now(), { name: 'Somebody else', registrationNumber: 'ABC123' }))).toEqual({
      code: 'registration-number-taken',
      registrationNumber: 'ABC123',
    });
    expect(listLearners(now(), {}).total).toBe(1);
    expect(auditHead(now().db)).toEqual(head);
  });

  it.each([
    ['ABC123', 'abc123'],
    ['ŻÓŁĆ-12', 'żółć-12'],
    ['ЖЯ-7', 'жя-7'],
    ['É-12', 'e\u0301-12'],
    ['ABC123', 'ＡＢＣ１２３'],
  ])('takes %s and %s for one number, added or corrected', async (first, again) => {
    const { now } = await temporaryWorkspace();
    const learner = register(now(), 'Rhys Jones', first);
    const other = register(now(), 'Ada Lovelace', 'Z9');
    const taken = { code: 'registration-number-taken', registrationNumber: again };
    expect(refusal(addLearner(now(), { name: 'Somebody else', registrationNumber: again }))).toEqual(taken);
    const change = { name: 'Ada Lovelace', registrationNumber: again };
    expect(refusal(editLearner(now(), { learner: other.id, ...change }))).toEqual(taken);
    // Its own learner may write it in the other way, and then the number is still taken.
    const rewritten = { learner: learner.id, name: 'Rhys Jones', registrationNumber: again };
    expect(answer(editLearner(now(), rewritten)).registrationNumber).toBe(again);
    expect(refusal(addLearner(now(), { name: 'Somebody else', registrationNumber: first })).code).toBe(taken.code);
  });

  it('lets two learners have one name', async () => {
    const { now } = await temporaryWorkspace();
    const [one, two] = [register(now(), 'Rhys Jones'), register(now(), 'Rhys Jones')];
    expect(one.id).not.toBe(two.id);
    expect(listLearners(now(), { search: 'rhys' }).total).toBe(2);
  });
});

describe('correcting a learner', () => {
  it('changes name, number and cohort, and keeps before and after in the chain', async () => {
    const { now } = await temporaryWorkspace();
    const learner = register(now(), 'Rys Jones', 'ABC123');
    const change = { name: 'Rhys Jones', registrationNumber: 'ABC124', cohort: 'Spring' };
    expect(answer(editLearner(now(), { learner: learner.id, ...change }))).toEqual({ ...learner, ...change });
    expect(listLearners(now(), { search: 'rhys jones abc124' }).total).toBe(1);
    expect(listLearners(now(), { search: 'rys jones' }).total).toBe(0);
    const { events, payloads } = readChain(now().db);
    const last = present(events.at(-1));
    expect(last.kind).toBe('learner-edited');
    expect(payloads.get(last.id)?.payload).toMatchObject({
      before: { name: 'Rys Jones' },
      after: { name: 'Rhys Jones' },
    });
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
  });

  it('keeps the cohort where none is given, and lets a learner keep the number it has', async () => {
    const { now } = await temporaryWorkspace();
    const added = answer(addLearner(now(), { name: 'Rhys', registrationNumber: 'ABC123', cohort: 'Spring' }));
    const edited = editLearner(now(), { learner: added.id, name: 'Rhys Jones', registrationNumber: 'ABC123' });
    expect(answer(edited).cohort).toBe('Spring');
  });

  it('refuses the number of another, and a learner that is not there', async () => {
    const { now } = await temporaryWorkspace();
    register(now(), 'Rhys Jones', 'ABC123');
    const other = register(now(), 'Ada Lovelace', 'ABC124');
    expect(refusal(editLearner(now(), { learner: other.id, name: 'Ada', registrationNumber: 'ABC123' })).code).toBe(
      'registration-number-taken',
    );
    const nobody = crypto.randomUUID() as LearnerId;
    expect(refusal(editLearner(now(), { learner: nobody, name: 'A', registrationNumber: 'B' })).code).toBe(
      'learner-unknown',
    );
    expect(refusal(getLearner(now(), nobody)).code).toBe('learner-unknown');
    expect(answer(getLearner(now(), other.id)).learner).toEqual(other);
  });
});

describe('finding learners', () => {
  async function named(...names: readonly string[]) {
    const { now } = await temporaryWorkspace();
    for (const name of names) register(now(), name);
    return (search: string) => listLearners(now(), { search }).rows.map((row) => row.name);
  }

  it.each([
    ['JONES', 'Rhys Jones'],
    ['hys jon', 'Rhys Jones'],
    ['siobhan', 'Siobhán Daly'],
    ['SIOBHÁN', 'Siobhán Daly'],
    ['siobha\u0301n', 'Siobhán Daly'],
    ["o'brien", 'Sinéad O’Brien'],
    ['o’brien', "Sean O'Brien"],
    ['zolc', 'Łukasz Żółc'],
    ['παπαδοπουλου', 'Μαρία Παπαδοπούλου'],
    ['ΓΙΩΡΓΟΣ', 'Γιώργος Νίκου'],
    ['ΓΙΩΡΓΟΣ', 'Γιώργοσακης'],
    ['иванов', 'Дмитрий Иванов'],
    ['STRASSE', 'Anna Straße'],
    ['straße', 'Anna Strasse'],
    ['istanbul', 'İstanbul Demir'],
    ['山田', '山田 太郎'],
    ['علي', 'محمد علي'],
  ])('%j finds %j', async (search, name) => {
    expect(await (await named(name, 'Nobody Else'))(search)).toEqual([name]);
  });

  it.each(['%', '_', '\\', '%%', 'a%b', '\\%', "'", '"'])('takes %j for itself, not for a wildcard', async (sign) => {
    const find = await named(`Has ${sign} inside`, 'Has none', 'axb');
    expect(await find(sign)).toEqual([`Has ${sign} inside`]);
  });

  it('finds by number and cohort too', async () => {
    const { now } = await temporaryWorkspace();
    const learner = answer(addLearner(now(), { name: 'Rhys', registrationNumber: 'XYZ-9', cohort: 'Spring 2026' }));
    register(now(), 'Nobody Else');
    for (const search of ['xyz-9', 'spring']) {
      expect(listLearners(now(), { search }).rows.map((row) => row.id)).toEqual([learner.id]);
    }
  });

  it('lists 10,000 learners page by page, each once, in the order of their names', async () => {
    const { now } = await temporaryWorkspace();
    const centre = centreOf(now()).id;
    inTransaction(now().db, () => {
      for (let at = 0; at < 10_000; at += 1) {
        const number = String((at * 7919) % 10_000).padStart(5, '0');
        const id = crypto.randomUUID() as LearnerId;
        insertLearner(
          now().db,
          { id, centre, name: `Learner ${number}`, registrationNumber: number, cohort: '', aliases: [] },
          now().clock.now(),
        );
      }
      return ok(null);
    });
    const names: string[] = [];
    for (let offset = 0; ; offset += 1000) {
      const page = listLearners(now(), { limit: 1000, offset });
      expect(page.total).toBe(10_000);
      if (page.rows.length === 0) break;
      names.push(...page.rows.map((row) => row.name));
    }
    expect(names).toEqual(Array.from({ length: 10_000 }, (_value, at) => `Learner ${String(at).padStart(5, '0')}`));
    expect(listLearners(now(), {}).rows).toHaveLength(200);
    expect(listLearners(now(), { search: 'learner 0999' }).total).toBe(10);
  });

  it('says how many attempts each has, and how many are still to be marked', async () => {
    const { now } = await temporaryWorkspace();
    const row = (id: LearnerId) => listLearners(now(), {}).rows.find((one) => one.id === id);
    const learner = register(now());
    expect(row(learner.id)).toMatchObject({ attempts: 0, toMark: 0 });
    await submitted(now(), learner);
    expect(row(learner.id)).toMatchObject({ attempts: 1, toMark: 1 });
    const opened = register(now());
    await openedSheet(now(), opened);
    expect(row(opened.id)).toMatchObject({ attempts: 1, toMark: 1 });
    const done = register(now());
    await signedSheet(now(), undefined, done);
    expect(row(done.id)).toMatchObject({ attempts: 1, toMark: 0 });
  });
});
