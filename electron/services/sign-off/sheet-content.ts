import type { AppError } from '../../../shared/api/errors.ts';
import { formFor } from '../../../shared/documents/countersigner.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest, SheetId } from '../../../shared/model/ids.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { unitName } from '../../../shared/model/unit-name.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { auditHead } from '../../db/stores/audit-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { type StoredKey, signingKeyOf } from '../../db/stores/people-store.ts';
import { readSections, readSheet, type StoredSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { getAssessment } from '../packs/packs.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { withEvidence } from './sheet-evidence.ts';

/** What a signature at this moment would cover; for the preview as for signing. */
export type SheetContent = {
  readonly stored: StoredSheet;
  readonly draft: DraftSheet;
  readonly key: StoredKey;
};

/** Gathers the whole sheet as it stands now, with the scheme, form and pack that it is marked by. */
export function gatherSheet(workspace: Workspace, id: SheetId, at: Instant): Result<SheetContent, AppError> {
  const stored = readSheet(workspace.db, id);
  if (!stored) return err({ code: 'sheet-unknown' });
  const attempt = readAttempt(workspace.db, stored.attempt);
  if (!attempt) return err({ code: 'attempt-unknown' });
  const learner = readLearner(workspace.db, attempt.learner);
  if (!learner) return err({ code: 'learner-unknown' });
  const found = getAssessment(workspace, stored.pack, stored.assessment);
  if (!found.ok) return found;
  const owner = ownerOf(workspace);
  const key = signingKeyOf(workspace.db, owner.id);
  if (!key) return err({ code: 'key-missing' });
  const { pack, assessment, form } = found.value;
  const { sections, evidence } = withEvidence(workspace, learner.id, found.value, readSections(workspace.db, id));
  const before = revisionsOf(workspace.db, id).at(-1);
  const draft: DraftSheet = {
    format: 'countersign-sheet/1',
    sheet: id,
    purpose: stored.purpose,
    revision: stored.revision,
    supersedes: before ? { revision: before.revision, digest: before.digest, reason: stored.reopenReason ?? '' } : null,
    centre: centreOf(workspace),
    learner: { id: learner.id, name: learner.name, registrationNumber: learner.registrationNumber },
    attempt: {
      id: attempt.id,
      number: attempt.number,
      dateReceived: attempt.dateReceived,
      declarationDate: attempt.declarationDate,
      standardisationRefused: attempt.standardisationRefused,
      scripts: attempt.scripts.map(({ id: script, name, sha256, size, words }) => ({
        id: script,
        name,
        sha256,
        size,
        wordCount: words.kind === 'counted' ? words.words : null,
      })),
    },
    pack: { code: pack.code, version: pack.version, digest: stored.pack },
    assessment: {
      id: assessment.id,
      title: assessment.title,
      qualification: pack.qualifications.find((one) => one.code === assessment.qualification)?.title ?? '',
      units: assessment.units.flatMap((code) => {
        const unit = pack.units.find((one) => one.code === code);
        return unit ? [{ code, number: unitName(unit), title: unit.title }] : [];
      }),
    },
    scheme: assessment.scheme,
    form: formFor(form, owner.roles),
    sections,
    ...(evidence && { evidence }),
    redo: stored.redo,
    decision: decide(assessment.scheme, sections, stored.redo),
    assessor: { person: owner.id, name: owner.name, key: key.id, fingerprint: key.fingerprint },
    signedAt: at,
    chainHead: auditHead(workspace.db).hash as Digest,
  };
  return ok({ stored, draft, key });
}
