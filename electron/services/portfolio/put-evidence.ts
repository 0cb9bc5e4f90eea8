import { randomUUID } from 'node:crypto';
import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/model/portfolio.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { dropEvidence, insertEvidence, nextEvidenceNumber, updateEvidence } from '../../db/stores/portfolio-store.ts';
import { today } from '../clock.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changePortfolio, isSame } from './change-portfolio.ts';
import { readEvidence } from './evidence-input.ts';
import { lockedEvidence, type OpenPortfolio } from './open-portfolio.ts';

/** Adds a piece of evidence under the next number, or changes one that no signed sheet is built on. */
export function putEvidence(workspace: Workspace, input: ParsedInput<'evidence.put'>): Result<PortfolioView, AppError> {
  return changePortfolio(workspace, input, (portfolio) => {
    const read = readEvidence(workspace, portfolio, input);
    if (!read.ok) return read;
    const { title, simulated } = input;
    const { kind, record } = read.value;
    if (input.evidence === null) {
      const added: EvidenceItem = {
        id: randomUUID() as EvidenceId,
        number: nextEvidenceNumber(workspace.db, portfolio.of),
        title,
        kind,
        record,
        simulated,
        addedOn: today(workspace.clock),
      };
      return ok({
        write: () => insertEvidence(workspace.db, portfolio.of, added),
        kind: 'evidence-added',
        told: { evidence: added.id, number: added.number, added },
      });
    }
    const found = changeable(portfolio, input.evidence);
    if (!found.ok) return found;
    const before = found.value;
    const { id, number, addedOn } = before;
    const after: EvidenceItem = { id, number, title, kind, record, simulated, addedOn };
    if (isSame(before, after)) return ok(null);
    return ok({
      write: () => updateEvidence(workspace.db, after),
      kind: 'evidence-edited',
      told: { evidence: id, number, before, after },
    });
  });
}

/** Takes a piece of evidence out, with what it was held to prove. Its number is never given again. */
export function removeEvidence(
  workspace: Workspace,
  input: ParsedInput<'evidence.remove'>,
): Result<PortfolioView, AppError> {
  return changePortfolio(workspace, input, (portfolio) => {
    const found = changeable(portfolio, input.evidence);
    if (!found.ok) return found;
    const removed = found.value;
    const unlinked = portfolio.links.filter((link) => link.evidence === removed.id).map(withoutEvidence);
    return ok({
      write: () => dropEvidence(workspace.db, removed.id),
      kind: 'evidence-removed',
      told: { evidence: removed.id, number: removed.number, removed, unlinked },
    });
  });
}

/** A piece of evidence that is in the portfolio and that no signed sheet is built on. */
function changeable(portfolio: OpenPortfolio, id: EvidenceId): Result<EvidenceItem, AppError> {
  const item = portfolio.items.find((one) => one.id === id);
  if (!item) return err({ code: 'evidence-unknown' });
  const lock = lockedEvidence(portfolio).get(id);
  if (!lock) return ok(item);
  const unit = unitNameIn(portfolio.units, lock.unit);
  return err({ code: 'evidence-locked', number: item.number, unit, criterion: lock.criterion });
}

function withoutEvidence({ unit, criterion, place }: EvidenceLink) {
  return { unit, criterion, place };
}
