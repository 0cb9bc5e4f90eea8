import type { Form } from '../model/pack.ts';
import type { CellContent } from './document.ts';

/** The two answers to a criterion where no marks are given. The first one is the good one. */
export const MET_OPTIONS = ['Achieved', 'Not yet'] as const;

/** A mark with what it is out of, in the form's own pattern: "21", "/30 marks", "(min 15)". */
export function markContent(
  form: Form,
  mark: number | null,
  of: { readonly available: number | null; readonly minimum: number | null },
): CellContent {
  return {
    kind: 'mark',
    mark,
    available: of.available === null ? '' : form.marksPattern.replace('{available}', String(of.available)),
    minimum: of.minimum === null ? null : form.minimumPattern.replace('{minimum}', String(of.minimum)),
  };
}

/** The signature place whose signer fills in the quality assurance half of the form; null where it has none. */
export function qaMarkOwner(form: Form): string | null {
  return form.signaturePlaces.find((place) => place.role === 'iqa')?.id ?? null;
}

/** A criterion's place within its section: "s1.c2". */
export function criterionPlace(section: string, criterion: string): string {
  return `${section}.${criterion}`;
}

/** The field of the QA mark at a place: a section's id, or a criterion's place. */
export function qaMarkField(place: string): string {
  return `qa.mark.${place}`;
}

/** A label without its closing colon: the name of the place that it stands before. */
export function placeName(label: string): string {
  return label.replace(/\s*:\s*$/, '');
}

/** "PASS/REFERRAL" as the options that it stands for: the first is the pass, the second the referral. */
export function outcomeOptions(form: Form): readonly string[] {
  return form.labels.outcomeChoice.split('/').map((option) => option.trim());
}
