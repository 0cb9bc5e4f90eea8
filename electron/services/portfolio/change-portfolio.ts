import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { Json } from '../../../shared/lib/canonical-json.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { EventKind } from '../../../shared/model/audit.ts';
import type { PortfolioOf } from '../../../shared/model/portfolio.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { type OpenPortfolio, openPortfolio } from './open-portfolio.ts';
import { viewPortfolio } from './portfolio-view.ts';

/** What a change writes and what the audit chain tells of it; null where nothing changes. */
export type PortfolioChange = {
  readonly write: () => void;
  readonly kind: Extract<EventKind, 'evidence-added' | 'evidence-edited' | 'evidence-removed' | 'evidence-linked'>;
  readonly told: { readonly [key: string]: Json };
} | null;

/** Changes a portfolio in one transaction with the one act that tells of it, and gives it as it is then. */
export function changePortfolio(
  workspace: Workspace,
  { learner, pack, qualification }: PortfolioOf,
  plan: (portfolio: OpenPortfolio) => Result<PortfolioChange, AppError>,
): Result<PortfolioView, AppError> {
  // A signing that failed holds nothing any more.
  undoFailedSignings(workspace);
  const changed = inTransaction<null, AppError>(workspace.db, () => {
    const opened = openPortfolio(workspace, { learner, pack, qualification });
    if (!opened.ok) return opened;
    const planned = plan(opened.value);
    if (!planned.ok) return planned;
    if (!planned.value) return ok(null);
    const { write, kind, told } = planned.value;
    write();
    const payload = { learner, pack: opened.value.pack.code, qualification, ...told };
    appendEvent(workspace.db, { at: workspace.clock.now(), actor: ownerOf(workspace).id, kind, payload });
    return ok(null);
  });
  return changed.ok ? viewPortfolio(workspace, { learner, pack, qualification }) : changed;
}

/** Both are made of plain values in one order of fields. */
export function isSame<T>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
