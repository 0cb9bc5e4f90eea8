import { randomUUID } from 'node:crypto';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { AttemptId, SheetId } from '../../../shared/model/ids.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Assessment } from '../../../shared/model/pack.ts';
import type { Attempt } from '../../../shared/model/submission.ts';
import { carryForward, emptySection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { insertSheet, officialSheetOf } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { getAssessment } from '../packs/packs.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewSheet } from './sheet-view.ts';

/** The attempt's official sheet. Made at the first call; after a referral only the referred sections are open in it. */
export function openSheet(workspace: Workspace, attemptId: AttemptId): Result<SheetView, AppError> {
  const known = officialSheetOf(workspace.db, attemptId);
  if (known) return viewSheet(workspace, known.id);
  const made = inTransaction<SheetId, AppError>(workspace.db, () => {
    const attempt = readAttempt(workspace.db, attemptId);
    if (!attempt) return err({ code: 'attempt-unknown' });
    if (attempt.returned) return err({ code: 'attempt-returned' });
    const found = getAssessment(workspace, attempt.pack, attempt.assessment);
    if (!found.ok) return found;
    return ok(makeSheet(workspace, attempt, found.value.assessment));
  });
  return made.ok ? viewSheet(workspace, made.value) : made;
}

function makeSheet(workspace: Workspace, attempt: Attempt, assessment: Assessment): SheetId {
  const sections = firstSections(workspace, attempt, assessment);
  const owner = ownerOf(workspace);
  const id = randomUUID() as SheetId;
  const decision = decide(assessment.scheme, sections);
  insertSheet(
    workspace.db,
    {
      id,
      attempt: attempt.id,
      purpose: 'official',
      pack: attempt.pack,
      assessment: assessment.id,
      assessor: owner.id,
      revision: 1,
      reopenReason: null,
      redo: [],
    },
    sections,
    decision,
  );
  appendEvent(workspace.db, {
    at: workspace.clock.now(),
    actor: owner.id,
    kind: 'sheet-opened',
    payload: {
      sheet: id,
      attempt: attempt.id,
      carried: sections.flatMap((one) => (one.carried ? [{ section: one.section, ...one.carried }] : [])),
    },
  });
  return id;
}

/**
 * Empty sections, or those of the signed referral before, by the scheme's own order. Where the attempt is marked by
 * another version of the pack, a section whose marks or criteria have changed is open too: what was given for it then
 * says nothing about what it asks for now.
 */
function firstSections(workspace: Workspace, attempt: Attempt, assessment: Assessment): readonly SectionEntry[] {
  const stored = latestSigned(workspace, attempt.previous);
  const signed = stored ? parseSignedSheet(stored.content) : null;
  const carried = stored && signed ? carryForward(signed, stored.digest) : null;
  return assessment.scheme.sections.map((section) => {
    const before = signed?.scheme.sections.find((one) => one.id === section.id);
    const same = before !== undefined && canonicalJson(before) === canonicalJson(section);
    return (same ? carried?.find((entry) => entry.section === section.id) : undefined) ?? emptySection(section.id);
  });
}

/** The newest signed revision before an attempt, past attempts that were returned unmarked. */
function latestSigned(workspace: Workspace, previous: AttemptId | null) {
  for (let id = previous; id !== null; id = readAttempt(workspace.db, id)?.previous ?? null) {
    const sheet = officialSheetOf(workspace.db, id);
    const revision = sheet ? revisionsOf(workspace.db, sheet.id).at(-1) : undefined;
    if (revision) return revision;
  }
  return null;
}
