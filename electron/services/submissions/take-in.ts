import { randomUUID } from 'node:crypto';
import type { AttemptView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { AttemptId, ScriptId } from '../../../shared/model/ids.ts';
import type { Attempt, Script } from '../../../shared/model/submission.ts';
import { attemptsAt, insertAttempt, insertScript, readAttempt } from '../../db/stores/attempt-store.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { officialSheetOf } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { inspectScript } from '../../readers/inspect-script.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { getAssessment } from '../packs/packs.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewAttempt } from './attempt-view.ts';
import type { IncomingFile } from './incoming-files.ts';

/**
 * Takes in a script as the learner's next attempt: the first, or the one after a signed referral. Files are looked at
 * first, each in a process of its own; then attempt, scripts and events are written in one transaction, or nothing is.
 */
export async function takeIn(
  workspace: Workspace,
  input: ParsedInput<'attempts.take-in'>,
  launch?: LaunchReader,
): Promise<Result<AttemptView, AppError>> {
  const write = (scripts: readonly Script[]): Result<AttemptId, AppError> => {
    if (!readLearner(workspace.db, input.learner)) return err({ code: 'learner-unknown' });
    const found = getAssessment(workspace, input.pack, input.assessment);
    if (!found.ok) return found;
    const { pack, assessment } = found.value;
    const before = attemptsAt(workspace.db, input.learner, pack.code, assessment.id).at(-1) ?? null;
    const due = before ? nextAttemptDue(workspace, before) : ok(null);
    if (!due.ok) return due;
    const attempt: Attempt = {
      id: randomUUID() as AttemptId,
      learner: input.learner,
      pack: input.pack,
      assessment: assessment.id,
      number: (before?.number ?? 0) + 1,
      previous: before?.id ?? null,
      dateReceived: input.dateReceived,
      declarationDate: input.declarationDate,
      standardisationRefused: input.standardisationRefused,
      returned: null,
      scripts,
    };
    insertAttempt(workspace.db, attempt, pack.code, workspace.clock.now());
    keepScripts(workspace, attempt, scripts, 0);
    return ok(attempt.id);
  };
  const taken = await inspectAndWrite(workspace, input.files, launch, write);
  return taken.ok ? viewAttempt(workspace, taken.value) : taken;
}

/** Adds further files to an attempt that is not signed. */
export async function addFiles(
  workspace: Workspace,
  input: ParsedInput<'attempts.add-files'>,
  launch?: LaunchReader,
): Promise<Result<AttemptView, AppError>> {
  const write = (scripts: readonly Script[]): Result<null, AppError> => {
    const attempt = readAttempt(workspace.db, input.attempt);
    if (!attempt) return err({ code: 'attempt-unknown' });
    if (attempt.returned) return err({ code: 'attempt-returned' });
    if ((officialSheetOf(workspace.db, attempt.id)?.state ?? 'draft') !== 'draft')
      return err({ code: 'attempt-signed' });
    keepScripts(workspace, attempt, scripts, attempt.scripts.length);
    return ok(null);
  };
  const added = await inspectAndWrite(workspace, input.files, launch, write);
  return added.ok ? viewAttempt(workspace, input.attempt) : added;
}

/** Whether an attempt after this one may begin: after a signed referral, or after a Return that sent the work back. */
function nextAttemptDue(workspace: Workspace, before: Attempt): Result<null, AppError> {
  if (before.returned) return ok(null);
  const sheet = officialSheetOf(workspace.db, before.id);
  const revision = sheet?.state === 'signed' ? revisionsOf(workspace.db, sheet.id).at(-1) : undefined;
  if (!revision) return err({ code: 'attempt-not-due', reason: 'previous-unsigned' });
  const outcome = parseSignedSheet(revision.content).decision.outcome;
  return outcome === 'referral' ? ok(null) : err({ code: 'attempt-not-due', reason: 'previous-passed' });
}

/**
 * Finds out what every file is, then writes them down in one transaction. Where either refuses, every file but the one
 * that was refused for what it is waits again under its token.
 */
async function inspectAndWrite<T>(
  workspace: Workspace,
  tokens: readonly string[],
  launch: LaunchReader | undefined,
  write: (scripts: readonly Script[]) => Result<T, AppError>,
): Promise<Result<T, AppError>> {
  const unused = new Map<string, IncomingFile>();
  try {
    const scripts: Script[] = [];
    for (const token of tokens) {
      const file = workspace.incoming.claim(token);
      if (!file.ok) return file;
      unused.set(token, file.value);
      const seen = await inspectScript(workspace.vault, file.value, launch);
      if (!seen.ok) {
        unused.delete(token);
        return seen;
      }
      scripts.push({ id: randomUUID() as ScriptId, ...file.value, ...seen.value });
    }
    const written = inTransaction<T, AppError>(workspace.db, () => write(scripts));
    if (written.ok) unused.clear();
    return written;
  } finally {
    for (const [token, file] of unused) workspace.incoming.putBack(token, file);
  }
}

function keepScripts(workspace: Workspace, attempt: Attempt, scripts: readonly Script[], from: number): void {
  scripts.forEach((script, index) => {
    insertScript(workspace.db, attempt.id, from + index, script);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'script-taken-in',
      payload: {
        attempt: attempt.id,
        number: attempt.number,
        learner: attempt.learner,
        assessment: attempt.assessment,
        script: script.id,
        name: script.name,
        sha256: script.sha256,
        size: script.size,
        dateReceived: attempt.dateReceived,
        declarationDate: attempt.declarationDate,
        standardisationRefused: attempt.standardisationRefused,
      },
    });
  });
}
