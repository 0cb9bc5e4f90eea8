import type { FieldEdit, SheetField } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CriterionEntry, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';

/** What of a sheet is edited field by field. */
export type Fields = { readonly sections: readonly SectionEntry[]; readonly redo: readonly string[] };

/** What a field holds, as text that `editOf` reads again. */
export function valueIn({ sections, redo }: Fields, field: SheetField): string {
  if (field.kind === 'redo') return JSON.stringify(redo);
  const entry = sections.find((one) => one.section === field.section);
  switch (field.kind) {
    case 'strengths':
    case 'improvements':
      return entry?.[field.kind] ?? '';
    case 'mark':
      return markText(entry?.mark ?? null);
    case 'criterion-mark':
      return markText(criterionIn(entry, field.criterion)?.mark ?? null);
    case 'criterion-met':
      return criterionIn(entry, field.criterion)?.met ?? '';
    case 'judgement':
      return criterionIn(entry, field.criterion)?.judgement ?? '';
    case 'seen':
      return JSON.stringify(criterionIn(entry, field.criterion)?.seen ?? []);
    default:
      return assertNever(field);
  }
}

/** The edit that makes a field hold a value again. */
export function editOf(field: SheetField, value: string): FieldEdit {
  switch (field.kind) {
    case 'strengths':
    case 'improvements':
      return { kind: field.kind, section: field.section, text: value };
    case 'judgement':
      return { ...field, kind: field.kind, text: value };
    case 'mark':
      return { kind: field.kind, section: field.section, typed: value };
    case 'criterion-mark':
      return { kind: field.kind, section: field.section, criterion: field.criterion, typed: value };
    case 'criterion-met':
      return { ...field, kind: field.kind, met: value === 'achieved' || value === 'not-yet' ? value : null };
    case 'seen':
      return { ...field, kind: field.kind, seen: JSON.parse(value) };
    case 'redo':
      return { kind: field.kind, sections: JSON.parse(value) };
    default:
      return assertNever(field);
  }
}

/**
 * All that an edit of a field may change, as text: of a criterion its whole entry, because a judgement joins its trail
 * and ends what was carried.
 */
export function heldIn(fields: Fields, field: SheetField): string {
  if (!('criterion' in field)) return valueIn(fields, field);
  const entry = fields.sections.find((one) => one.section === field.section);
  const criterion = criterionIn(entry, field.criterion);
  return criterion ? JSON.stringify(criterion) : '';
}

/** The sheet's fields with one of them as `heldIn` gave it. */
export function withHeld(scheme: Scheme, fields: Fields, field: SheetField, held: string): Fields {
  if (field.kind === 'redo') return { ...fields, redo: JSON.parse(held) };
  const sections = fields.sections.map((one) =>
    one.section === field.section ? restored(scheme, one, field, held) : one,
  );
  return { ...fields, sections };
}

function restored(
  scheme: Scheme,
  entry: SectionEntry,
  field: Exclude<SheetField, { kind: 'redo' }>,
  held: string,
): SectionEntry {
  switch (field.kind) {
    case 'strengths':
    case 'improvements':
      return { ...entry, [field.kind]: held };
    case 'mark':
      return { ...entry, mark: held === '' ? null : Number(held) };
    case 'criterion-mark':
    case 'criterion-met':
    case 'judgement':
    case 'seen': {
      const others = entry.criteria.filter((one) => one.criterion !== field.criterion);
      const criteria: readonly CriterionEntry[] = held === '' ? others : [...others, JSON.parse(held)];
      return { ...entry, criteria: inOrder(scheme, entry.section, criteria) };
    }
    default:
      return assertNever(field);
  }
}

function inOrder(scheme: Scheme, section: string, criteria: readonly CriterionEntry[]): readonly CriterionEntry[] {
  const order = scheme.sections.find((one) => one.id === section)?.criteria.map((one) => one.id) ?? [];
  return criteria.toSorted((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion));
}

function criterionIn(entry: SectionEntry | undefined, criterion: string): CriterionEntry | undefined {
  return entry?.criteria.find((one) => one.criterion === criterion);
}

function markText(mark: number | null): string {
  return mark === null ? '' : String(mark);
}
