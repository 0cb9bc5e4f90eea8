import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Assessment, Pack } from '../../../shared/model/pack.ts';
import type { HeldEvidence } from '../../../shared/rules/criterion-evidence.ts';
import { evidenceOf, linksOf } from '../../db/stores/portfolio-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The portfolio on which a learner's work for an assessment is judged: that of the assessment's own qualification. */
export function heldEvidence(
  { db }: Workspace,
  learner: LearnerId,
  { pack, assessment }: { readonly pack: Pack; readonly assessment: Assessment },
): HeldEvidence {
  const of = { learner, packCode: pack.code, qualification: assessment.qualification };
  return { items: evidenceOf(db, of), links: linksOf(db, of) };
}
