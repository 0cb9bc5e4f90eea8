import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { CriterionEntry, Judgement, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Assessment, SchemeCriterion } from '../../../shared/model/pack.ts';
import { evidenceFor, evidenceNumbers, type HeldEvidence } from '../../../shared/rules/criterion-evidence.ts';

/** Judgements of one criterion within this time are one: a slip of the hand is no step of how it was reached. */
const COALESCE_MS = 30_000;

/** When a judgement is made, in which attempt and on what. */
export type Judging = {
  readonly assessment: Assessment;
  readonly attempt: number;
  readonly at: Instant;
  /** When the sheet was signed last: a judgement that was signed stays in the trail as it is. */
  readonly signedAt: Instant | null;
  /** Read only where a judgement rests on it. */
  readonly held: () => HeldEvidence;
};

/**
 * What an edit of a criterion that is met or not does beside the field itself: a judgement joins the trail with the
 * evidence it rests on, and what was carried forward counts as judged in this attempt from its first change on.
 * Refused where a criterion is to be achieved and nothing is held to prove it.
 */
export function judgeCriterion(
  judging: Judging,
  before: SectionEntry,
  after: SectionEntry,
  edit: FieldEdit,
): Result<SectionEntry, AppError> {
  if (judging.assessment.scheme.rule.kind !== 'criteria-met' || !('criterion' in edit)) return ok(after);
  const isOfIt = (one: CriterionEntry) => one.criterion === edit.criterion;
  const wasCarried = before.criteria.find(isOfIt)?.carried !== undefined;
  const entry = after.criteria.find(isOfIt);
  if (!entry || (edit.kind !== 'criterion-met' && !wasCarried)) return ok(after);
  const anew = judgedAnew(judging, entry, edit.kind === 'criterion-met');
  if (!anew.ok) return anew;
  return ok({ ...after, criteria: after.criteria.map((one) => (isOfIt(one) ? anew.value : one)) });
}

function judgedAnew(
  judging: Judging,
  { carried: _carried, evidence: _evidence, ...entry }: CriterionEntry,
  asked: boolean,
): Result<CriterionEntry, AppError> {
  const { met } = entry;
  if (met === null) return ok(entry);
  const criterion = judging.assessment.scheme.sections
    .flatMap((section) => section.criteria)
    .find((one) => one.id === entry.criterion);
  const held = judging.held();
  const evidence = criterion ? evidenceFor(criterion, held) : [];
  if (asked && met === 'achieved' && evidence.length === 0) {
    return err({ code: 'criterion-without-evidence', criterion: numberOf(judging.assessment, criterion) });
  }
  const { at, attempt } = judging;
  const judgement: Judgement = { met, at, attempt, evidence: evidenceNumbers(evidence, held.items) };
  return ok({ ...entry, judged: [...earlier(judging, entry.judged ?? []), judgement] });
}

/** The trail without the judgement that the next one stands for. */
function earlier({ at, attempt, signedAt }: Judging, judged: readonly Judgement[]): readonly Judgement[] {
  const last = judged.at(-1);
  if (!last || last.attempt !== attempt) return judged;
  const since = Date.parse(at) - Date.parse(last.at);
  const isSigned = signedAt !== null && Date.parse(last.at) <= Date.parse(signedAt);
  return since >= 0 && since < COALESCE_MS && !isSigned ? judged.slice(0, -1) : judged;
}

/** A criterion as the units print it, with the unit where the sheet covers several. */
export function numberOf({ units }: Assessment, criterion: SchemeCriterion | undefined): string {
  const numbers = criterion?.answers.map((one) => (units.length > 1 ? `${one.unit} ${one.criterion}` : one.criterion));
  return numbers?.join(', ') ?? '';
}
