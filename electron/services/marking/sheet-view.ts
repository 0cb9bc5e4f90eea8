import type { SheetView, SignedRevision } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { exportBaseName } from '../../../shared/documents/export-name.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Attempt } from '../../../shared/model/submission.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { judgeWordCount } from '../../../shared/rules/word-count.ts';
import { attemptsAt, readAttempt } from '../../db/stores/attempt-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { officialSheetOf, readSections, readSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf, type StoredRevision } from '../../db/stores/signing-store.ts';
import { stepsLeft } from '../../db/stores/undo-store.ts';
import { getAssessment } from '../packs/packs.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { staleSections } from './stale-sections.ts';

const NO_STEPS = { undo: false, redo: false };

/** Everything the desk shows of one sheet. */
export function viewSheet(workspace: Workspace, id: SheetId): Result<SheetView, AppError> {
  try {
    undoFailedSignings(workspace);
  } catch {
    // The disk still fails; what is stored can be read all the same.
  }
  const sheet = readSheet(workspace.db, id);
  if (!sheet) return err({ code: 'sheet-unknown' });
  const attempt = readAttempt(workspace.db, sheet.attempt);
  if (!attempt) return err({ code: 'attempt-unknown' });
  const learner = readLearner(workspace.db, attempt.learner);
  if (!learner) return err({ code: 'learner-unknown' });
  const found = getAssessment(workspace, sheet.pack, sheet.assessment);
  if (!found.ok) return found;
  const { pack, assessment, form } = found.value;
  const sections = readSections(workspace.db, id);
  const revisions = revisionsOf(workspace.db, id);
  const before = revisions.at(-1);
  const about = new Set([`assessment:${assessment.id}`, `form:${form.id}`]);
  return ok({
    sheet: id,
    purpose: sheet.purpose,
    revision: sheet.revision,
    state: sheet.state,
    version: sheet.version,
    savedAt: sheet.savedAt,
    attempt,
    learner,
    assessment,
    form,
    notes: pack.notes.filter((note) => note.about.some((one) => about.has(one))),
    // A signed sheet shows the evidence that it was signed on, whatever is linked since.
    sections: sheet.state === 'signed' && before ? parseSignedSheet(before.content).sections : sections,
    redo: sheet.redo,
    decision: decide(assessment.scheme, sections, sheet.redo),
    steps: sheet.state === 'draft' ? stepsLeft(workspace.db, { sheet: id, revision: sheet.revision }) : NO_STEPS,
    wordCount: judgeWordCount(
      assessment.brief.wordCount,
      attempt.scripts.map((script) => script.words),
    ),
    signed: revisions.map(signedRevision),
    reopened:
      before && sheet.state !== 'signed' ? { reason: sheet.reopenReason ?? '', supersedes: before.revision } : null,
    stale: staleSections(workspace, sections),
    earlier: earlierAttempts(workspace, attempt, pack.code),
  });
}

/** What a list or the desk shows of a signed revision. */
export function signedRevision(stored: StoredRevision): SignedRevision {
  const signed = parseSignedSheet(stored.content);
  return {
    revision: stored.revision,
    digest: stored.digest,
    signedAt: stored.signedAt,
    signer: {
      person: signed.assessor.person,
      name: signed.assessor.name,
      fingerprint: signed.assessor.fingerprint,
    },
    pdf: stored.files.pdf,
    docx: stored.files.docx,
    exportName: exportBaseName(signed),
  };
}

function earlierAttempts(workspace: Workspace, attempt: Attempt, packCode: string): SheetView['earlier'] {
  return attemptsAt(workspace.db, attempt.learner, packCode, attempt.assessment)
    .filter((one) => one.number < attempt.number)
    .flatMap((one) => {
      const sheet = officialSheetOf(workspace.db, one.id);
      const latest = sheet ? revisionsOf(workspace.db, sheet.id).at(-1) : undefined;
      if (!latest) return [];
      const { sections, decision } = parseSignedSheet(latest.content);
      return [{ attempt: one.number, digest: latest.digest, sections, decision }];
    });
}
