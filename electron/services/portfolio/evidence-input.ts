import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EvidenceItem, EvidenceRecord } from '../../../shared/model/portfolio.ts';
import { evidenceKind } from '../../../shared/rules/evidence-kind.ts';
import { scriptsOf } from '../../db/stores/portfolio-store.ts';
import { storedText } from '../marking/edit-section.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenPortfolio } from './open-portfolio.ts';

type Put = ParsedInput<'evidence.put'>;

/** What was entered of a piece of evidence as it is kept, or why the qualification's source does not take it. */
export function readEvidence(
  workspace: Workspace,
  { of, qualification }: OpenPortfolio,
  { kind: chosen, record: typed, simulated }: Put,
): Result<Pick<EvidenceItem, 'kind' | 'record'>, AppError> {
  const rules = qualification.evidence ?? null;
  const kind = evidenceKind(rules, chosen);
  if (!kind) return err({ code: 'evidence-kind-refused', kind: 'code' in chosen ? chosen.code : chosen.text });
  const forms = rules?.kinds.find((one) => one.code === kind.code)?.forms;
  if (forms && !forms.includes(typed.form)) {
    return err({ code: 'evidence-form-refused', kind: kind.text, form: typed.form });
  }
  const { simulation } = rules ?? {};
  if (simulated && simulation?.allowed === false) {
    return err({ code: 'evidence-simulated', wording: simulation.wording });
  }
  const record = readRecord(workspace, of.learner, typed);
  return record.ok ? ok({ kind, record: record.value }) : record;
}

function readRecord(
  workspace: Workspace,
  learner: OpenPortfolio['of']['learner'],
  typed: Put['record'],
): Result<EvidenceRecord, AppError> {
  switch (typed.form) {
    case 'document': {
      const { form, script, place } = typed;
      if (script === null) return ok({ form, file: null, place });
      const found = scriptsOf(workspace.db, learner).find((one) => one.script === script);
      if (!found) return err({ code: 'script-unknown' });
      // What the script was called and held then: the signed sheet names it so, whatever comes later.
      return ok({ form, file: { script, name: found.name, sha256: found.sha256 }, place });
    }
    case 'witness-testimony':
      return ok({ ...typed, statement: storedText(typed.statement) });
    case 'observation':
    case 'professional-discussion':
    case 'questioning':
      return ok({ ...typed, notes: storedText(typed.notes) });
    case 'product':
      return ok(typed);
    default:
      return assertNever(typed);
  }
}
