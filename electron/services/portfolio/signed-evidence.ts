import type { Digest, EvidenceId, LearnerId } from '../../../shared/model/ids.ts';
import type { ProvenCriterion } from '../../../shared/model/portfolio.ts';
import { signedSheetsOf } from '../../db/stores/judged-store.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The first criterion that a signed sheet has achieved on each piece of evidence. */
export type SignedEvidence = ReadonlyMap<EvidenceId, ProvenCriterion>;

/** What was read of signed sheets, which never change under their digests. */
const read = new WeakMap<Workspace, Map<Digest, SignedEvidence>>();

/**
 * The evidence that a learner's sheets for a pack were signed on, as they say themselves: what the portfolio holds against
 * a criterion may be another piece by now. A sheet that is open again holds none.
 */
export function signedEvidence(workspace: Workspace, learner: LearnerId, packCode: string): SignedEvidence {
  const known = read.get(workspace) ?? new Map<Digest, SignedEvidence>();
  read.set(workspace, known);
  const all = new Map<EvidenceId, ProvenCriterion>();
  for (const { digest, content } of signedSheetsOf(workspace.db, learner, packCode)) {
    const found = known.get(digest) ?? evidenceIn(content());
    known.set(digest, found);
    for (const [evidence, proof] of found) if (!all.has(evidence)) all.set(evidence, proof);
  }
  return all;
}

function evidenceIn(content: string): SignedEvidence {
  const { scheme, sections } = parseSignedSheet(content);
  const asked = new Map(scheme.sections.flatMap((one) => one.criteria).map((one) => [one.id, one.answers[0]]));
  const found = new Map<EvidenceId, ProvenCriterion>();
  for (const entry of sections.flatMap((one) => one.criteria)) {
    const proof = asked.get(entry.criterion);
    if (entry.met !== 'achieved' || !proof) continue;
    for (const { evidence } of entry.evidence ?? []) if (!found.has(evidence)) found.set(evidence, proof);
  }
  return found;
}
