import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { CriterionEntry, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeRule, SchemeSection } from '../../../shared/model/pack.ts';
import { readMark } from '../../../shared/rules/mark.ts';

type SectionEdit = Exclude<FieldEdit, { kind: 'redo' }>;

/** One section after one edit, or why the edit does not fit the scheme's rule. */
export function editSection(
  rule: SchemeRule,
  section: SchemeSection,
  entry: SectionEntry,
  edit: SectionEdit,
): Result<SectionEntry, AppError> {
  switch (edit.kind) {
    case 'strengths':
      return ok({ ...entry, strengths: storedText(edit.text) });
    case 'improvements':
      return ok({ ...entry, improvements: storedText(edit.text) });
    case 'mark': {
      if (rule.kind !== 'section-minimum') return err({ code: 'mark-refused', reason: 'not-by-section', available: 0 });
      const mark = readMarkOf(edit.typed, section.available ?? 0);
      return mark.ok ? ok({ ...entry, mark: mark.value }) : mark;
    }
    case 'criterion-mark': {
      if (rule.kind !== 'criterion-minimum') {
        return err({ code: 'mark-refused', reason: 'not-by-criterion', available: 0 });
      }
      const criterion = section.criteria.find((one) => one.id === edit.criterion);
      if (!criterion) return err({ code: 'criterion-unknown', criterion: edit.criterion });
      const mark = readMarkOf(edit.typed, criterion.available ?? 0);
      return mark.ok ? changeCriterion(section, entry, edit.criterion, { mark: mark.value }) : mark;
    }
    case 'criterion-met':
      if (rule.kind !== 'criteria-met') return err({ code: 'mark-refused', reason: 'not-by-criterion', available: 0 });
      return changeCriterion(section, entry, edit.criterion, { met: edit.met });
    case 'judgement':
      if (rule.kind !== 'criteria-met') return err({ code: 'mark-refused', reason: 'not-by-criterion', available: 0 });
      return changeCriterion(section, entry, edit.criterion, { judgement: storedText(edit.text) });
    case 'seen':
      return changeCriterion(section, entry, edit.criterion, { seen: edit.seen });
    default:
      return assertNever(edit);
  }
}

function changeCriterion(
  section: SchemeSection,
  entry: SectionEntry,
  criterion: string,
  change: Partial<Omit<CriterionEntry, 'criterion'>>,
): Result<SectionEntry, AppError> {
  if (!section.criteria.some((one) => one.id === criterion)) return err({ code: 'criterion-unknown', criterion });
  const blank: CriterionEntry = { criterion, mark: null, met: null, seen: [] };
  const before = entry.criteria.find((one) => one.criterion === criterion) ?? blank;
  const others = entry.criteria.filter((one) => one.criterion !== criterion);
  const position = (id: string) => section.criteria.findIndex((one) => one.id === id);
  const criteria = [...others, { ...before, ...change }].sort((a, b) => position(a.criterion) - position(b.criterion));
  return ok({ ...entry, criteria });
}

function readMarkOf(typed: string, available: number): Result<number | null, AppError> {
  const mark = readMark(typed, available);
  return mark.ok ? mark : err({ code: 'mark-refused', reason: mark.error, available });
}

/** A text as it is kept: line breaks as `\n`, the words as they were typed. */
export function storedText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
