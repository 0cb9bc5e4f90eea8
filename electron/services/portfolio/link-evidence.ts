import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EvidenceLink } from '../../../shared/model/portfolio.ts';
import { unitNameIn } from '../../../shared/model/unit-name.ts';
import { criterionKey, hasCriterion } from '../../../shared/rules/criterion-evidence.ts';
import { dropLink, putLink } from '../../db/stores/portfolio-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changePortfolio } from './change-portfolio.ts';
import type { OpenPortfolio } from './open-portfolio.ts';

type Change = ParsedInput<'evidence.link'>['changes'][number];
type Changed = { readonly put: readonly EvidenceLink[]; readonly dropped: readonly EvidenceLink[] };

/** Says of which criteria pieces of evidence are held to be proof; all of the changes, or none. */
export function linkEvidence(
  workspace: Workspace,
  input: ParsedInput<'evidence.link'>,
): Result<PortfolioView, AppError> {
  return changePortfolio(workspace, input, (portfolio) => {
    const changed = changedLinks(portfolio, input.changes);
    if (!changed.ok) return changed;
    const { put, dropped } = changed.value;
    if (put.length + dropped.length === 0) return ok(null);
    return ok({
      write: () => {
        for (const link of put) putLink(workspace.db, link);
        for (const link of dropped) dropLink(workspace.db, link);
      },
      kind: 'evidence-linked',
      told: { linked: put, unlinked: dropped },
    });
  });
}

/** What is otherwise afterwards; the last word on a link counts. Refused where it would touch what was signed. */
function changedLinks(portfolio: OpenPortfolio, changes: readonly Change[]): Result<Changed, AppError> {
  const items = new Set(portfolio.items.map((item) => item.id));
  const before = new Map(portfolio.links.map((link) => [linkKey(link), link]));
  const after = new Map<string, EvidenceLink | null>();
  for (const { evidence, unit, criterion, linked, place } of changes) {
    if (!items.has(evidence)) return err({ code: 'evidence-unknown' });
    // What another version of the pack had can still be taken away.
    if (linked && !hasCriterion(portfolio.units, { unit, criterion })) {
      return err({ code: 'criterion-unknown', criterion: `${unit} ${criterion}` });
    }
    const key = linkKey({ evidence, unit, criterion });
    const was = after.has(key) ? after.get(key) : before.get(key);
    after.set(key, linked ? { evidence, unit, criterion, place: place ?? was?.place ?? '' } : null);
  }
  const put: EvidenceLink[] = [];
  const dropped: EvidenceLink[] = [];
  for (const [key, link] of after) {
    const was = before.get(key);
    const touched = link ?? was;
    if (!touched || (was && link?.place === was.place)) continue;
    const { unit, criterion } = touched;
    if (portfolio.standings.of(unit, criterion).locked) {
      return err({ code: 'criterion-locked', unit: unitNameIn(portfolio.units, unit), criterion });
    }
    (link ? put : dropped).push(touched);
  }
  return ok({ put, dropped });
}

function linkKey(link: Pick<EvidenceLink, 'evidence' | 'unit' | 'criterion'>): string {
  return `${link.evidence} ${criterionKey(link)}`;
}
