import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { CheckedMark } from '../../../shared/model/evidence.ts';
import type { Decision, SectionEntry, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SchemeRule } from '../../../shared/model/pack.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { editSection } from '../marking/edit-section.ts';
import { entriesOf } from './qa-record.ts';

type TypedMark = NonNullable<ParsedInput<'checks.sign'>['marks']>[number];
type Edit = Parameters<typeof editSection>[3];

/** The IQA's marks as typed, by the same rule as the assessor's, with what the sheet's own rule decides on them. */
export function readCheckMarks(
  sheet: SignedSheet,
  typed: readonly TypedMark[],
): Result<{ readonly marks: readonly CheckedMark[]; readonly decision: Decision }, AppError> {
  const { scheme } = sheet;
  const entries = new Map(entriesOf(scheme, []).map((entry) => [entry.section, entry]));
  for (const one of typed) {
    const section = scheme.sections.find(({ id }) => id === one.section);
    const entry = entries.get(one.section);
    if (!section || !entry) return err({ code: 'section-unknown', section: one.section });
    const edit = editOf(scheme.rule, one);
    if (!edit.ok) return edit;
    const edited = editSection(scheme.rule, section, entry, edit.value);
    if (!edited.ok) return edited;
    entries.set(section.id, edited.value);
  }
  const found = [...entries.values()];
  const decision = decide(scheme, found, sheet.redo);
  if (decision.outcome === 'incomplete') return err({ code: 'marks-incomplete', sections: decision.unmarked });
  return ok({ marks: found.flatMap(marksOf), decision });
}

function editOf(rule: SchemeRule, { section, criterion, typed }: TypedMark): Result<Edit, AppError> {
  if (criterion === undefined) {
    if (rule.kind !== 'section-minimum') return err({ code: 'mark-refused', reason: 'not-by-section', available: 0 });
    return ok({ kind: 'mark', section, typed });
  }
  if (rule.kind !== 'criteria-met') return ok({ kind: 'criterion-mark', section, criterion, typed });
  if (typed !== 'achieved' && typed !== 'not-yet') {
    return err({ code: 'invalid-input', place: 'marks', reason: 'is neither “achieved” nor “not-yet”' });
  }
  return ok({ kind: 'criterion-met', section, criterion, met: typed });
}

function marksOf({ section, mark, criteria }: SectionEntry): readonly CheckedMark[] {
  const own: readonly CheckedMark[] = mark === null ? [] : [{ section, criterion: null, mark }];
  const others = criteria.flatMap((one): readonly CheckedMark[] => {
    const found = one.mark ?? one.met;
    return found === null ? [] : [{ section, criterion: one.criterion, mark: found }];
  });
  return [...own, ...others];
}
