import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, EvidenceLink, PortfolioOf, ProvenCriterion } from '../../../shared/model/portfolio.ts';
import { criterionKey } from '../../../shared/rules/criterion-evidence.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { evidenceOf, linksOf, type Portfolio } from '../../db/stores/portfolio-store.ts';
import { type EnrolledQualification, enrolledQualification } from '../enrolments/enrolled-qualification.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Standings, standingsOfCriteria } from './criterion-standings.ts';
import { type SignedEvidence, signedEvidence } from './signed-evidence.ts';

/** A learner's portfolio as every call on it reads it. */
export type OpenPortfolio = EnrolledQualification & {
  readonly of: Portfolio;
  readonly items: readonly EvidenceItem[];
  readonly links: readonly EvidenceLink[];
  readonly standings: Standings;
  readonly signed: SignedEvidence;
};

export function openPortfolio(
  workspace: Workspace,
  { learner, pack, qualification }: PortfolioOf,
): Result<OpenPortfolio, AppError> {
  if (!readLearner(workspace.db, learner)) return err({ code: 'learner-unknown' });
  const found = enrolledQualification(workspace, pack, qualification);
  if (!found.ok) return found;
  const of = { learner, packCode: found.value.pack.code, qualification };
  return ok({
    ...found.value,
    of,
    items: evidenceOf(workspace.db, of),
    links: linksOf(workspace.db, of),
    standings: standingsOfCriteria(workspace, { learner, pack: found.value.pack, qualification }),
    signed: signedEvidence(workspace, learner, of.packCode),
  });
}

/** For each piece of evidence that a signed sheet is built on, the first criterion by which it is. */
export function lockedEvidence({ links, standings, signed }: OpenPortfolio): ReadonlyMap<EvidenceId, ProvenCriterion> {
  const known = new Map<string, boolean>();
  const locked = new Map<EvidenceId, ProvenCriterion>(signed);
  for (const { evidence, unit, criterion } of links) {
    if (locked.has(evidence)) continue;
    const key = criterionKey({ unit, criterion });
    const holds = known.get(key) ?? standings.of(unit, criterion).holds;
    known.set(key, holds);
    if (holds) locked.set(evidence, { unit, criterion });
  }
  return locked;
}
