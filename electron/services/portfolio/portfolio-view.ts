import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { enrolmentFor, standingsOf } from '../../db/stores/enrolment-store.ts';
import { type Portfolio, scriptsOf } from '../../db/stores/portfolio-store.ts';
import { unitsOf } from '../enrolments/enrolled-qualification.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listStandings } from './criterion-standings.ts';
import { lockedEvidence, openPortfolio } from './open-portfolio.ts';

/** A learner's evidence for a qualification, what it is held to prove, and how each criterion stands. */
export function viewPortfolio(
  workspace: Workspace,
  { learner, pack, qualification }: ParsedInput<'evidence.get'>,
): Result<PortfolioView, AppError> {
  const opened = openPortfolio(workspace, { learner, pack, qualification });
  if (!opened.ok) return opened;
  const { of, items, links, units, standings } = opened.value;
  const locked = lockedEvidence(opened.value);
  const chosen = chosenUnits(workspace, of);
  return ok({
    learner,
    pack,
    qualification,
    rules: opened.value.qualification.evidence ?? null,
    items: items.map((item) => ({ ...item, lock: locked.get(item.id) ?? null })),
    links,
    units: units.map(({ code, number, title, level, credits, outcomes }) => ({
      code,
      number,
      title,
      level,
      credits,
      outcomes,
      chosen: chosen.has(code),
    })),
    criteria: listStandings(units, standings),
    scripts: scriptsOf(workspace.db, learner).map(({ script, name, assessment, attempt }) => ({
      script,
      name,
      assessment,
      attempt,
    })),
  });
}

/** The units that the learner is enrolled with, and those of work that was handed in. */
function chosenUnits(workspace: Workspace, of: Portfolio): ReadonlySet<string> {
  const enrolled =
    enrolmentFor(workspace.db, of.learner, of.packCode, of.qualification)?.units.map((one) => one.unit) ?? [];
  const handedIn = standingsOf(workspace.db, [of.learner], of.packCode).flatMap((one) => unitsOf(workspace, one));
  return new Set([...enrolled, ...handedIn]);
}
