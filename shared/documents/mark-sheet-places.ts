import type { Form } from '../model/pack.ts';
import type { CellContent } from './document.ts';

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

/** A label without its closing colon: the name of the place that it stands before. */
export function placeName(label: string): string {
  return label.replace(/\s*:\s*$/, '');
}

/** "PASS/REFERRAL" as the options that it stands for: the first is the pass, the second the referral. */
export function outcomeOptions(form: Form): readonly string[] {
  return form.labels.outcomeChoice.split('/').map((option) => option.trim());
}
