import { openSheet } from '../../electron/services/marking/open-sheet.ts';
import { builtInPacks } from '../../electron/services/packs/built-in-packs.ts';
import { linkEvidence } from '../../electron/services/portfolio/link-evidence.ts';
import { viewPortfolio } from '../../electron/services/portfolio/portfolio-view.ts';
import { putEvidence } from '../../electron/services/portfolio/put-evidence.ts';
import { takeIn } from '../../electron/services/submissions/take-in.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { PortfolioView, SheetView } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { EvidenceId, LearnerId } from '../../shared/model/ids.ts';
import type { EvidenceItem, PortfolioOf } from '../../shared/model/portfolio.ts';
import { edit, register, submission } from './desk.ts';
import { answer, present } from './result.ts';

/** A shipped qualification whose sheets judge criteria, and one of its units: fifteen criteria under three outcomes. */
export const CRITERIA_UNIT = 'ML51';

export function criteriaPack() {
  return builtIn('cmi-7d27v2');
}

export function builtIn(code: string) {
  return present(builtInPacks().find((pack) => pack.code === code));
}

export function portfolioOf(learner: LearnerId, more: Partial<PortfolioOf> = {}): PortfolioOf {
  return { learner, pack: criteriaPack().digest, qualification: 'diploma', ...more };
}

export type EvidenceInput = Omit<ParsedInput<'evidence.put'>, keyof PortfolioOf>;

/** A report that is kept elsewhere, to be varied. */
export function report(more: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    evidence: null,
    title: 'Quarterly report',
    kind: { code: 'work-products' },
    record: { form: 'product', description: 'Report to the board', place: 'Shared drive, Q3' },
    simulated: false,
    ...more,
  };
}

export function put(workspace: Workspace, of: PortfolioOf, input = report()): Result<PortfolioView, AppError> {
  return putEvidence(workspace, { ...of, ...input });
}

/** Adds a piece of evidence and gives it. */
export function added(workspace: Workspace, of: PortfolioOf, input = report()): EvidenceItem {
  const { lock: _, ...item } = present(answer(put(workspace, of, input)).items.at(-1));
  return item;
}

/** Says that a piece of evidence proves criteria of a unit, at a place in it. */
export function link(
  workspace: Workspace,
  of: PortfolioOf,
  evidence: EvidenceId,
  criteria: readonly string[],
  more: { readonly unit?: string; readonly place?: string; readonly linked?: boolean } = {},
): Result<PortfolioView, AppError> {
  const { unit = CRITERIA_UNIT, linked = true, place } = more;
  const changes = criteria.map((criterion) => ({
    evidence,
    unit,
    criterion,
    linked,
    ...(place === undefined ? {} : { place }),
  }));
  return linkEvidence(workspace, { ...of, changes });
}

export function portfolio(workspace: Workspace, of: PortfolioOf): PortfolioView {
  return answer(viewPortfolio(workspace, of));
}

/** An open sheet of the unit. */
export async function criteriaSheet(workspace: Workspace, learner = register(workspace)): Promise<SheetView> {
  const asked = submission(workspace, learner.id, { pack: criteriaPack().digest, assessment: CRITERIA_UNIT });
  const taken = answer(await takeIn(workspace, asked));
  return answer(openSheet(workspace, taken.attempt.id));
}

/** Judges a criterion of a sheet by its id. */
export function judge(workspace: Workspace, view: SheetView, criterion: string, met: 'achieved' | 'not-yet' | null) {
  const section = present(view.assessment.scheme.sections.find((one) => one.criteria.some((c) => c.id === criterion)));
  return edit(workspace, view, { kind: 'criterion-met', section: section.id, criterion, met });
}

/** Holds one piece of evidence against every criterion that a sheet asks for, so that each can be achieved. */
export function proveAll(workspace: Workspace, { attempt, assessment }: SheetView): EvidenceItem {
  const of = { learner: attempt.learner, pack: attempt.pack, qualification: assessment.qualification };
  const item = added(workspace, of, report({ kind: { text: 'Record of work' } }));
  const asked = assessment.scheme.sections.flatMap((section) => section.criteria).flatMap((one) => one.answers);
  answer(
    linkEvidence(workspace, { ...of, changes: asked.map((one) => ({ ...one, evidence: item.id, linked: true })) }),
  );
  return item;
}

/** Judges every criterion of a sheet that is not carried, and writes the feedback that signing asks for. */
export function judgeAll(
  workspace: Workspace,
  view: SheetView,
  metOf: (criterion: string) => 'achieved' | 'not-yet',
): void {
  for (const { section, carried } of view.sections) {
    if (carried) continue;
    answer(edit(workspace, view, { kind: 'improvements', section, text: `To improve in ${section}.` }));
    const asked = present(view.assessment.scheme.sections.find((one) => one.id === section));
    for (const { id } of asked.criteria) answer(judge(workspace, view, id, metOf(id)));
  }
}
