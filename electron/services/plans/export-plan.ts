import type { Outputs, WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { planExportName } from '../../../shared/documents/plan-export-name.ts';
import type { PlanPrint } from '../../../shared/documents/plan-print.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { asShown, findPlan } from './plan-view.ts';

/** Writes a plan as it stands, in the formats asked for; never replaces a file. A plan without a piece of work has nothing to show. */
export async function exportPlan(
  workspace: Workspace,
  destinations: Destinations,
  input: ParsedInput<'plans.export'>,
): Promise<Result<Outputs['plans.export'], AppError>> {
  const print = printOf(workspace, input);
  if (!print.ok) return print;
  const folder = destinations.claim(input.destination);
  if (!folder.ok) return folder;
  // Drawing takes tens of megabytes: loaded when something is drawn.
  const { makePlanFile } = await import('./make-plan-file.ts');
  const base = planExportName(print.value);
  const files: WrittenFile[] = [];
  for (const format of new Set(input.formats)) {
    const written = await writeNamed(folder.value, base, format, await makePlanFile(print.value, format));
    if (!written.ok) return written;
    files.push(written.value);
  }
  return ok({ files });
}

function printOf(workspace: Workspace, input: ParsedInput<'plans.export'>): Result<PlanPrint, AppError> {
  const found = findPlan(workspace, input);
  if (!found.ok) return found;
  const plan = asShown(found.value);
  if (!plan || plan.works.length === 0) return err({ code: 'plan-missing' });
  const { pack, qualification, units } = found.value;
  return ok({
    plan,
    centre: centreOf(workspace),
    pack: { code: pack.code, version: pack.version, digest: input.pack, organisation: pack.organisation.name },
    qualification,
    units,
    madeBy: ownerOf(workspace).name,
    madeAt: workspace.clock.now(),
  });
}
