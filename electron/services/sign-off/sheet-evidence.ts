import type { LearnerId } from '../../../shared/model/ids.ts';
import type { CriterionEntry, DraftSheet, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Assessment, Pack } from '../../../shared/model/pack.ts';
import { byNumber, evidenceFor, evidencePointedAt } from '../../../shared/rules/criterion-evidence.ts';
import { evidenceById } from '../../db/stores/portfolio-store.ts';
import { heldEvidence } from '../portfolio/held-evidence.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The sections with the evidence that each criterion points at, and every piece of it as it stands now. What was carried
 * forward points at what it was judged on then. A sheet with marks points at none.
 */
export function withEvidence(
  workspace: Workspace,
  learner: LearnerId,
  found: { readonly pack: Pack; readonly assessment: Assessment },
  sections: readonly SectionEntry[],
): Pick<DraftSheet, 'sections' | 'evidence'> {
  const { scheme } = found.assessment;
  if (scheme.rule.kind !== 'criteria-met') return { sections };
  const held = heldEvidence(workspace, learner, found);
  const asked = new Map(scheme.sections.flatMap((one) => one.criteria).map((one) => [one.id, one]));
  const pointing = (entry: CriterionEntry): CriterionEntry => {
    if (entry.carried) return entry;
    const criterion = asked.get(entry.criterion);
    const evidence = criterion ? evidenceFor(criterion, held) : [];
    return evidence.length > 0 ? { ...entry, evidence } : entry;
  };
  const pointed = sections.map((one) => (one.carried ? one : { ...one, criteria: one.criteria.map(pointing) }));
  return { sections: pointed, evidence: byNumber(evidenceById(workspace.db, evidencePointedAt(pointed))) };
}
