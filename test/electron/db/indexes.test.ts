import { beforeAll, describe, expect, it } from 'vitest';
import { latestReceivedRevision } from '../../../electron/db/stores/received-store.ts';
import { listBank, putStatement } from '../../../electron/services/bank/bank.ts';
import { listChecks, viewCheck } from '../../../electron/services/checks/check-view.ts';
import { settlePlaceSignings } from '../../../electron/services/checks/settle-places.ts';
import { cohortProgress } from '../../../electron/services/enrolments/cohort-progress.ts';
import { viewEnrolments } from '../../../electron/services/enrolments/enrolment-view.ts';
import { getLearner, listLearners } from '../../../electron/services/learners/learners.ts';
import { fieldHistory, restoreVersion } from '../../../electron/services/marking/history.ts';
import { openSheet } from '../../../electron/services/marking/open-sheet.ts';
import { addBuiltInPacks } from '../../../electron/services/packs/built-in-packs.ts';
import { listPacks } from '../../../electron/services/packs/packs.ts';
import { editPlan, markPlan, putWork, removeWork } from '../../../electron/services/plans/plans.ts';
import { removeEvidence } from '../../../electron/services/portfolio/put-evidence.ts';
import { trustOf } from '../../../electron/services/register/trust.ts';
import { rehearseSheet } from '../../../electron/services/sign-off/rehearse-sheet.ts';
import { settleSignings } from '../../../electron/services/sign-off/settle-signings.ts';
import { listAttempts } from '../../../electron/services/submissions/queue.ts';
import { takeIn } from '../../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../../electron/services/workspace/workspace.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import { openSent, sentSheet } from '../../support/checking.ts';
import { edit, REFERRED, shippedPack, signedSheet, submission } from '../../support/desk.ts';
import { choose, planned } from '../../support/enrolling.ts';
import { addWork, plannedDiploma, show, work } from '../../support/planning.ts';
import { added, criteriaSheet, judge, link, portfolioOf, proveAll, put, report } from '../../support/portfolios.ts';
import { queryPlan, recording } from '../../support/recording-database.ts';
import { answer, present } from '../../support/result.ts';
import { undo } from '../../support/steps.ts';
import { afterFile } from '../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../support/temporary-workspace.ts';
import { verifyInProcess } from '../../support/verify-in-process.ts';

let workspace: Workspace;
let plans: ReadonlyMap<string, readonly string[]>;

const afterwards = afterFile();

/** A learner's way from registration to a second attempt, and every list, through the app's own statements. */
beforeAll(async () => {
  const made = (await temporaryWorkspace({ afterwards })).now();
  const { db, statements } = recording(made.db);
  workspace = { ...made, db };
  addBuiltInPacks(workspace);
  const referred = await signedSheet(workspace, REFERRED);
  await judgeOnEvidence(referred.learner);
  const second = answer(await takeIn(workspace, submission(workspace, referred.learner.id)));
  const draft = answer(openSheet(workspace, second.attempt.id));
  const opened = present(draft.sections.find((one) => !one.carried)).section;
  answer(edit(workspace, draft, { kind: 'mark', section: opened, typed: '1' }));
  const { versions } = answer(
    fieldHistory(workspace, { sheet: draft.sheet, field: { kind: 'mark', section: opened } }),
  );
  const { version } = present(versions[0]);
  answer(undo(workspace, draft));
  answer(restoreVersion(workspace, { ...draft, field: { kind: 'mark', section: opened }, version }));
  answer(getLearner(workspace, referred.learner.id));
  for (const asked of [{}, { search: 'jones' }]) listLearners(workspace, asked);
  for (const asked of [{}, { search: 'jones' }, { state: 'to-mark' as const }]) listAttempts(workspace, asked);
  for (const units of [planned('A 602'), planned('B 603')]) answer(choose(workspace, referred.learner.id, units));
  answer(viewEnrolments(workspace, referred.learner.id));
  const asked = { pack: shippedPack().digest, qualification: 'diploma' };
  for (const search of ['', 'jones']) answer(cohortProgress(workspace, { ...asked, search }));
  listPacks(workspace);
  answer(putStatement(workspace, { statement: null, kind: 'strengths', text: 'A clear plan.', places: [] }));
  listBank(workspace);
  settleSignings(workspace);
  const [stranger, key] = ['00000000-0000-4000-8000-000000000001' as PersonId, 'a'.repeat(64) as Digest];
  trustOf(workspace, { fingerprint: key, name: 'Ada Wren', person: stranger });
  const sent = answer(await openSent(workspace, await sentSheet(workspace, referred.sheet)));
  answer(await viewCheck(workspace, sent.check, verifyInProcess));
  listChecks(workspace);
  latestReceivedRevision(workspace.db, referred.sheet);
  settlePlaceSignings(workspace);
  planWork();
  plans = new Map([...statements].map((sql) => [sql, queryPlan(made.db, sql)]));
});

/** Evidence added, changed, linked and taken away again, and judged on a sheet that is gathered for signing. */
async function judgeOnEvidence(learner: Learner): Promise<void> {
  const of = portfolioOf(learner.id);
  const [kept, other] = [added(workspace, of), added(workspace, of)];
  answer(put(workspace, of, report({ evidence: kept.id, title: 'Annual report' })));
  for (const linked of [true, false]) answer(link(workspace, of, kept.id, ['1.1'], { linked }));
  answer(removeEvidence(workspace, { ...of, evidence: other.id }));
  const sheet = await criteriaSheet(workspace, learner);
  proveAll(workspace, sheet);
  answer(judge(workspace, sheet, 'ac1.1', 'achieved'));
  answer(rehearseSheet(workspace, sheet.sheet));
}

/** Two pieces of work added and changed, one marked and taken away again. */
function planWork(): void {
  const of = plannedDiploma();
  answer(editPlan(workspace, { ...of, programme: 'Autumn', agreedWith: '', agreedOn: null }));
  const [kept, other] = [addWork(workspace), addWork(workspace)];
  answer(putWork(workspace, { ...of, ...work({ work: kept.id, title: 'Annual report' }) }));
  show(workspace, other, 'ML56', ['1.1']);
  const changes = [{ work: other.id, unit: 'ML56', criterion: '1.1', marked: false }];
  answer(markPlan(workspace, { ...of, changes }));
  answer(removeWork(workspace, { ...of, work: other.id }));
}

const plansOf = (...parts: readonly string[]) =>
  [...plans].filter(([sql]) => parts.every((part) => sql.includes(part))).map(([, plan]) => plan);

describe('the indexes', () => {
  it('are each used by a query that the app makes', () => {
    const named = workspace.db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
      .all()
      .map((row) => row.name);
    const steps = [...plans.values()].flat();
    const unused = named.filter((name) => !steps.some((step) => new RegExp(`INDEX ${name}\\b`).test(step)));
    expect(named.length).toBeGreaterThan(5);
    expect(unused).toEqual([]);
  });

  it('leave no look-up of one row, or of the rows of one, to a scan of a table that grows', () => {
    const grows =
      /^SCAN (learner|enrolment|enrolment_unit|evidence|evidence_link|plan|planned_work|planned_criterion|attempt|script|sheet|sheet_section|field_version|undo_step|signed_revision|received_signature)\b(?! USING)/;
    const scans = [...plans].flatMap(([sql, plan]) =>
      plan.filter((step) => grows.test(step)).map((step) => `${step}: ${sql}`),
    );
    // The count beside a list reads the whole of it on purpose; so does who asks whether anything names a file of the vault.
    const onPurpose = ['count(*) AS total', 'SELECT sha256 FROM script'];
    expect(scans.filter((one) => !onPurpose.some((part) => one.includes(part)))).toEqual([]);
  });

  it('give a page of learners, of a cohort and of the queue in their order, without sorting', () => {
    const learners = plansOf('ORDER BY search_text');
    const cohort = plansOf('ORDER BY learner.search_text');
    const queue = [...plans].filter(
      ([sql]) => sql.includes('ORDER BY attempt.date_received') && !sql.includes('@learner'),
    );
    expect([learners.length, cohort.length, queue.length]).toEqual([2, 2, 3]);
    const lists = [...learners, ...cohort, ...queue.map(([, plan]) => plan)];
    expect(lists.flat().filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('count a whole list without reading a row of it', () => {
    const counts = [...plans].filter(([sql]) => /^SELECT count\(\*\) AS total FROM (learner|attempt) *$/.test(sql));
    expect(counts).toHaveLength(2);
    for (const [, plan] of counts) expect(plan).toEqual([expect.stringMatching(/^SCAN \w+ USING COVERING INDEX/)]);
  });

  it("find a learner's evidence, its links and the judged sections without reading another's", () => {
    const evidence = plansOf('FROM evidence');
    const judged = plansOf('FROM attempt', 'criteria, carried IS NOT NULL');
    expect([evidence.length > 2, judged.length]).toEqual([true, 1]);
    for (const plan of [...evidence, ...judged]) {
      expect(plan.filter((step) => /^SCAN (evidence|evidence_link|attempt|sheet)/.test(step))).toEqual([]);
    }
    expect(plansOf('FROM evidence', 'ORDER BY number').flat().join()).not.toContain('TEMP B-TREE');
  });

  it("find a plan's pieces of work and marks without reading another's", () => {
    const found = plansOf('FROM planned_work');
    expect(found.length).toBeGreaterThan(2);
    expect(found.flat().filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it("find one learner's attempts without reading the others'", () => {
    const plan = plansOf('ORDER BY attempt.date_received', 'attempt.learner_id = @learner').flat();
    expect(plan[0]).toMatch(/^SEARCH (attempt|learner) USING INDEX .*\(.*(learner_id|id)=\?/);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});
