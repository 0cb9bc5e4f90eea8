import { useShallow } from 'zustand/react/shallow';
import type { AppError } from '../../shared/api/errors.ts';
import type { FieldEdit } from '../../shared/api/inputs.ts';
import { sentenceFor } from '../../shared/api/sentences.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { SheetId } from '../../shared/model/ids.ts';
import type { Scheme, SchemeCriterion } from '../../shared/model/pack.ts';
import { type OpenSheet, useMarking } from './marking.ts';
import type { Draft } from './marking-queue.ts';

/** What a field shows and the main side does not have, with the reason. The sheet counts what was stored before it. */
export type Unsaved = Draft & { readonly error: AppError };

export function unsavedOf(open: OpenSheet | undefined): readonly Unsaved[] {
  return [...(open?.drafts.values() ?? [])].filter(isUnsaved);
}

export function isUnsaved(draft: Draft): draft is Unsaved {
  return draft.error !== null;
}

/** The fields of a sheet that could not be saved; the same list until one of them changes. */
export function useUnsaved(sheet: SheetId): readonly Unsaved[] {
  return useMarking(useShallow((state) => unsavedOf(state.sheets.get(sheet))));
}

/** The section that an edit belongs to; null for what belongs to the whole sheet. */
export function sectionOf(edit: FieldEdit): string | null {
  return edit.kind === 'redo' ? null : edit.section;
}

/** "section 2", as a sentence goes on. */
export function unsavedPlace({ edit }: Unsaved, scheme: Scheme): string {
  const section = sectionOf(edit);
  return section === null ? 'sections to do again' : `section ${sectionNumber(scheme, section)}`;
}

/** "the mark “1e1”": what was typed, as short as it can be told. */
export function unsavedThing({ edit }: Unsaved, criteria: readonly SchemeCriterion[]): string {
  switch (edit.kind) {
    case 'mark':
      return `the mark “${edit.typed}”`;
    case 'criterion-mark':
      return `the mark “${edit.typed}” for ${criterionName(criteria, edit.criterion)}`;
    case 'criterion-met':
      return `“achieved” or “not yet” for ${criterionName(criteria, edit.criterion)}`;
    case 'judgement':
      return `the judgement of ${criterionName(criteria, edit.criterion)}`;
    case 'seen':
      return `where ${criterionName(criteria, edit.criterion)} was seen`;
    case 'strengths':
      return 'what was typed under strengths';
    case 'improvements':
      return 'what was typed under areas for improvement';
    case 'redo':
      return 'the choice';
    default:
      return assertNever(edit);
  }
}

/** "Section 2, Recommendations: the mark “1e1” was not saved: " and the reason. */
export function sentenceForUnsaved(unsaved: Unsaved, scheme: Scheme): string {
  const section = sectionOf(unsaved.edit);
  const found = scheme.sections.find((one) => one.id === section);
  const place = section === null ? 'Sections to do again' : `Section ${sectionNumber(scheme, section)}`;
  const where = found ? `${place}, ${found.heading}` : place;
  return `${where}: ${unsavedThing(unsaved, found?.criteria ?? [])} was not saved: ${sentenceFor(unsaved.error)}`;
}

function sectionNumber(scheme: Scheme, section: string): number {
  return scheme.sections.findIndex((one) => one.id === section) + 1;
}

function criterionName(criteria: readonly SchemeCriterion[], criterion: string): string {
  return `criterion ${criteria.findIndex((one) => one.id === criterion) + 1}`;
}
