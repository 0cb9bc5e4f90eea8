import type { Outputs } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { CallName, ParsedInput } from '../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { auditHead } from '../db/stores/audit-store.ts';
import type { Application, Host } from './application.ts';
import { extractChain } from './audit/extract.ts';
import { listBank, noteStatementUsed, putStatement, removeStatements, restoreStatements } from './bank/bank.ts';
import { exportBank } from './bank/export-bank.ts';
import { importBank } from './bank/import-bank.ts';
import { listChecks, viewCheck } from './checks/check-view.ts';
import { exportChecks } from './checks/export-checks.ts';
import { openCheck } from './checks/open-check.ts';
import { signPlace } from './checks/sign-place.ts';
import { getDueDateRules, putDueDateRules } from './due-dates/due-date-rules.ts';
import { cohortProgress } from './enrolments/cohort-progress.ts';
import { viewEnrolments } from './enrolments/enrolment-view.ts';
import { putEnrolment, withdrawEnrolment } from './enrolments/put-enrolment.ts';
import { exportSheets } from './exports/export-sheets.ts';
import {
  addHighlight,
  editHighlight,
  listHighlights,
  removeHighlight,
  restoreHighlight,
} from './highlights/highlights.ts';
import { exportCertificate, exportIdentity } from './identity/export-identity.ts';
import { viewIdentity } from './identity/identity-view.ts';
import { importIdentity } from './identity/import-identity.ts';
import { renewIdentity } from './identity/renew-identity.ts';
import { addLearner, editLearner, getLearner, listLearners } from './learners/learners.ts';
import { carryAgain, openSection } from './marking/carried-sections.ts';
import { compareRevisions } from './marking/compare-revisions.ts';
import { editSheet } from './marking/edit-sheet.ts';
import { fieldHistory, restoreVersion } from './marking/history.ts';
import { openSheet } from './marking/open-sheet.ts';
import { reopenSheet } from './marking/reopen-sheet.ts';
import { viewSheet } from './marking/sheet-view.ts';
import { redoEdit, undoEdit } from './marking/undo-edit.ts';
import { addPack } from './packs/add-pack.ts';
import { enterCriteria } from './packs/enter-criteria.ts';
import { getPack, listPacks } from './packs/packs.ts';
import { exportPlan } from './plans/export-plan.ts';
import { viewPlan } from './plans/plan-view.ts';
import { editPlan, markPlan, putWork, removeWork } from './plans/plans.ts';
import { linkEvidence } from './portfolio/link-evidence.ts';
import { viewPortfolio } from './portfolio/portfolio-view.ts';
import { putEvidence, removeEvidence } from './portfolio/put-evidence.ts';
import { exportRegister, importRegister } from './register/exchange-register.ts';
import { meetKey } from './register/meet-key.ts';
import { viewRegister } from './register/register-view.ts';
import { signRegister } from './register/sign-register.ts';
import { rehearseSheet } from './sign-off/rehearse-sheet.ts';
import { signBatch } from './sign-off/sign-batch.ts';
import { signSheet } from './sign-off/sign-sheet.ts';
import { viewAttempt } from './submissions/attempt-view.ts';
import { editAttempt, returnAttempt, withdrawReturn } from './submissions/edit-attempt.ts';
import { openScriptOutside } from './submissions/open-outside.ts';
import { listAttempts } from './submissions/queue.ts';
import { addFiles, takeIn } from './submissions/take-in.ts';
import type { Task } from './tasks.ts';
import { verifyOffered } from './verification/verify-file.ts';
import { changePassphrase } from './workspace/change-passphrase.ts';
import { createWorkspace } from './workspace/create-workspace.ts';
import { editCentre } from './workspace/edit-centre.ts';
import { lacksSlots, openWorkspace, workspaceExists } from './workspace/open-workspace.ts';
import { readSettings, saveSettings } from './workspace/settings.ts';
import { sessionOf, type Workspace } from './workspace/workspace.ts';

type Answer<C extends CallName> = Result<Outputs[C], AppError> | Promise<Result<Outputs[C], AppError>>;
/** A handler for every call of the contract; the compiler asks for each. */
export type Handlers = { readonly [C in CallName]: (app: Application, input: ParsedInput<C>) => Answer<C> };

/**
 * A handler that needs the workspace open. Where it was locked while the work was under way, that is the answer: what
 * had been written by then is whole, and what had not is not there.
 */
function inside<C extends CallName>(
  handle: (workspace: Workspace, input: ParsedInput<C>, app: Application) => Answer<C>,
) {
  return async (app: Application, input: ParsedInput<C>): Promise<Result<Outputs[C], AppError>> => {
    const workspace = app.workspace();
    if (!workspace.ok) return workspace;
    try {
      return await handle(workspace.value, input, app);
    } catch (error) {
      if (workspace.value.db.open) throw error;
      return err({ code: 'workspace-locked' });
    }
  };
}

export const handlers: Handlers = {
  'workspace.status': (app) => {
    const workspace = app.workspace();
    if (workspace.ok) return ok({ state: 'open', session: sessionOf(workspace.value) });
    if (workspaceExists(app.folder)) return ok({ state: 'locked' });
    return lacksSlots(app.folder) ? err({ code: 'workspace-damaged', what: 'key slots' }) : ok({ state: 'missing' });
  },
  'workspace.create': async (app, input) => adopted(app, await createWorkspace(app.folder, input, app.clock, app.cost)),
  'workspace.open': async (app, { passphrase }) => {
    if (app.workspace().ok) return err({ code: 'workspace-in-use' });
    return adopted(app, await openWorkspace(app.folder, passphrase, app.clock));
  },
  'workspace.lock': (app) => {
    app.lock();
    app.host.tell({ kind: 'locked' });
    return ok(null);
  },
  'workspace.change-passphrase': inside<'workspace.change-passphrase'>((workspace, { current, next }, { cost }) =>
    changePassphrase(workspace, current, next, cost),
  ),
  'centre.edit': inside<'centre.edit'>(editCentre),
  'audit.head': inside<'audit.head'>((workspace) => ok(auditHead(workspace.db))),
  'audit.status': inside<'audit.status'>((workspace, _input, { host }) => {
    checkChainOf(workspace, host);
    return ok({ head: auditHead(workspace.db), check: workspace.chainCheck.status() });
  }),
  'audit.extract': inside<'audit.extract'>((workspace, input, { destinations }) =>
    extractChain(workspace, destinations, input),
  ),

  'identity.get': inside<'identity.get'>((workspace) => ok(viewIdentity(workspace))),
  'identity.renew': inside<'identity.renew'>(renewIdentity),
  'identity.export': inside<'identity.export'>((workspace, input, { destinations }) =>
    exportIdentity(workspace, destinations, input),
  ),
  'identity.import': inside<'identity.import'>(importIdentity),
  'identity.export-certificate': inside<'identity.export-certificate'>((workspace, { destination }, { destinations }) =>
    exportCertificate(workspace, destinations, destination),
  ),
  'register.get': inside<'register.get'>((workspace) => ok(viewRegister(workspace))),
  'register.meet': inside<'register.meet'>((workspace, { file }) => meetKey(workspace, file)),
  'register.sign': inside<'register.sign'>(signRegister),
  'register.export': inside<'register.export'>((workspace, { destination }, { destinations }) =>
    exportRegister(workspace, destinations, destination),
  ),
  'register.import': inside<'register.import'>((workspace, { file }) => importRegister(workspace, file)),
  'settings.get': inside<'settings.get'>((workspace) => ok(readSettings(workspace))),
  'settings.put': inside<'settings.put'>(saveSettings),

  'packs.list': inside<'packs.list'>((workspace) => ok(listPacks(workspace))),
  'packs.get': inside<'packs.get'>((workspace, { pack }) => getPack(workspace, pack)),
  'packs.add': inside<'packs.add'>((workspace, { file }, { host }) => addPack(workspace, file, host.launchReader)),

  'packs.enter-criteria': inside<'packs.enter-criteria'>(enterCriteria),

  'learners.list': inside<'learners.list'>((workspace, input) => ok(listLearners(workspace, input))),
  'learners.get': inside<'learners.get'>((workspace, { learner }) => getLearner(workspace, learner)),
  'learners.add': inside<'learners.add'>(addLearner),
  'learners.edit': inside<'learners.edit'>(editLearner),

  'enrolments.get': inside<'enrolments.get'>((workspace, { learner }) => viewEnrolments(workspace, learner)),
  'enrolments.put': inside<'enrolments.put'>(putEnrolment),
  'enrolments.withdraw': inside<'enrolments.withdraw'>(withdrawEnrolment),
  'enrolments.progress': inside<'enrolments.progress'>(cohortProgress),

  'evidence.get': inside<'evidence.get'>(viewPortfolio),
  'evidence.put': inside<'evidence.put'>(putEvidence),
  'evidence.remove': inside<'evidence.remove'>(removeEvidence),
  'evidence.link': inside<'evidence.link'>(linkEvidence),
  'plans.get': inside<'plans.get'>(viewPlan),
  'plans.edit': inside<'plans.edit'>(editPlan),
  'plans.put-work': inside<'plans.put-work'>(putWork),
  'plans.remove-work': inside<'plans.remove-work'>(removeWork),
  'plans.mark': inside<'plans.mark'>(markPlan),
  'plans.export': inside<'plans.export'>((workspace, input, { destinations }) =>
    exportPlan(workspace, destinations, input),
  ),
  'due-dates.get': inside<'due-dates.get'>((workspace) => ok(getDueDateRules(workspace))),
  'due-dates.put': inside<'due-dates.put'>(putDueDateRules),

  'bank.list': inside<'bank.list'>((workspace) => ok(listBank(workspace))),
  'bank.put': inside<'bank.put'>(putStatement),
  'bank.remove': inside<'bank.remove'>(removeStatements),
  'bank.restore': inside<'bank.restore'>(restoreStatements),
  'bank.used': inside<'bank.used'>(noteStatementUsed),
  'bank.import': inside<'bank.import'>(importBank),
  'bank.export': inside<'bank.export'>((workspace, { destination }, { destinations }) =>
    exportBank(workspace, destinations, destination),
  ),

  'attempts.list': inside<'attempts.list'>((workspace, input) => ok(listAttempts(workspace, input))),
  'attempts.get': inside<'attempts.get'>((workspace, { attempt }) => viewAttempt(workspace, attempt)),
  'attempts.take-in': inside<'attempts.take-in'>((workspace, input, { host }) =>
    takeIn(workspace, input, host.launchReader),
  ),
  'attempts.add-files': inside<'attempts.add-files'>((workspace, input, { host }) =>
    addFiles(workspace, input, host.launchReader),
  ),
  'attempts.edit': inside<'attempts.edit'>(editAttempt),
  'attempts.return': inside<'attempts.return'>(returnAttempt),
  'attempts.withdraw-return': inside<'attempts.withdraw-return'>((workspace, { attempt }) =>
    withdrawReturn(workspace, attempt),
  ),
  'scripts.open-outside': inside<'scripts.open-outside'>((workspace, { script }, { host }) =>
    openScriptOutside(workspace, host, script),
  ),

  'sheets.open': inside<'sheets.open'>((workspace, { attempt }) => openSheet(workspace, attempt)),
  'sheets.get': inside<'sheets.get'>((workspace, { sheet }) => viewSheet(workspace, sheet)),
  'sheets.edit': inside<'sheets.edit'>((workspace, input) => editSheet(workspace, input)),
  'sheets.undo': inside<'sheets.undo'>(undoEdit),
  'sheets.redo': inside<'sheets.redo'>(redoEdit),
  'sheets.history': inside<'sheets.history'>(fieldHistory),
  'sheets.restore': inside<'sheets.restore'>(restoreVersion),
  'sheets.rehearse': inside<'sheets.rehearse'>((workspace, { sheet }) => rehearseSheet(workspace, sheet)),
  'sheets.sign': inside<'sheets.sign'>(signSheet),
  'sheets.sign-batch': inside<'sheets.sign-batch'>((workspace, input, app) =>
    asTask(app, input.task, (task) => signBatch(workspace, input, task)),
  ),
  'sheets.reopen': inside<'sheets.reopen'>(reopenSheet),
  'sheets.open-section': inside<'sheets.open-section'>(openSection),
  'sheets.carry-again': inside<'sheets.carry-again'>(carryAgain),
  'sheets.compare': inside<'sheets.compare'>(compareRevisions),

  'highlights.list': inside<'highlights.list'>((workspace, { sheet }) => listHighlights(workspace, sheet)),
  'highlights.add': inside<'highlights.add'>(addHighlight),
  'highlights.edit': inside<'highlights.edit'>(editHighlight),
  'highlights.remove': inside<'highlights.remove'>(removeHighlight),
  'highlights.restore': inside<'highlights.restore'>(restoreHighlight),

  'exports.write': inside<'exports.write'>((workspace, input, app) =>
    asTask(app, input.task, (task) => exportSheets(workspace, app.destinations, input, task)),
  ),
  'checks.open': inside<'checks.open'>((workspace, input, { host }) => openCheck(workspace, input, host.launchReader)),
  'checks.list': inside<'checks.list'>((workspace) => ok(listChecks(workspace))),
  'checks.get': inside<'checks.get'>((workspace, { check }, { host }) =>
    viewCheck(workspace, check, host.launchReader),
  ),
  'checks.sign': inside<'checks.sign'>((workspace, input, { host }) => signPlace(workspace, input, host.launchReader)),
  'checks.export': inside<'checks.export'>((workspace, input, app) =>
    asTask(app, input.task, (task) => exportChecks(workspace, app.destinations, input, task)),
  ),
  'files.verify': inside<'files.verify'>((workspace, input, { host }) =>
    verifyOffered(workspace, input, host.launchReader),
  ),
  'tasks.cancel': (app, { task }) => {
    app.tasks.cancel(task);
    return ok(null);
  },
};

/** Work that tells how far it is under the name that its caller gave it, and that can be cancelled by that name. */
async function asTask<T>(
  { tasks, host }: Application,
  name: string | undefined,
  work: (task: Task) => Promise<T>,
): Promise<T> {
  const task = tasks.begin(name, (done, total) => {
    if (name !== undefined) host.tell({ kind: 'progress', task: name, done, total });
  });
  try {
    return await work(task);
  } finally {
    task.end();
  }
}

function adopted(app: Application, opened: Result<Workspace, AppError>): Answer<'workspace.open'> {
  if (!opened.ok) return opened;
  try {
    // What a damaged page hides shows here at the latest; until then nothing is open.
    const session = sessionOf(opened.value);
    app.adopt(opened.value);
    checkChainOf(opened.value, app.host);
    return ok(session);
  } catch (error) {
    opened.value.close();
    throw error;
  }
}

/** In the background; what it found is told once. */
function checkChainOf({ db, chainCheck }: Workspace, host: Host): void {
  chainCheck.start((check) => host.tell({ kind: 'audit-checked', status: { head: auditHead(db), check } }));
}
