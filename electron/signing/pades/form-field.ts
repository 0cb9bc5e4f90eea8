import type { PdfFile } from '../../pdf-file/pdf-file.ts';
import { PdfDictionary, PdfReference, PdfString, type PdfValue, textOf } from '../../pdf-file/values.ts';

/** A field that is its own widget, as the forms lay them out. */
export type FormField = {
  readonly id: string;
  readonly reference: PdfReference;
  readonly dictionary: PdfDictionary;
};

/** The deepest that a form's names nest; more was made to break readers. */
const DEEPEST = 32;

/** The name by which the form knows a field: the drawing sets strokes where the document's ids have dots. */
export function nameOf(id: string): string {
  return id.replaceAll('.', '/');
}

/** The fields of a form by their ids ("iqa.signature"); fields of a tree have their parents' names first. */
export function fieldsOf(file: PdfFile): ReadonlyMap<string, FormField> {
  const found = new Map<string, FormField>();
  const form = file.resolve(file.catalog.get('AcroForm'));
  if (form instanceof PdfDictionary) collect(file, file.array(form.get('Fields')), '', 0, found);
  return found;
}

/** The id that the document gave the field of that name. */
export function idOf(name: string): string {
  return name.replaceAll('/', '.');
}

function collect(
  file: PdfFile,
  references: readonly PdfValue[],
  parent: string,
  depth: number,
  found: Map<string, FormField>,
): void {
  if (depth > DEEPEST) throw new Error('The form nests too deep');
  for (const reference of references) {
    if (!(reference instanceof PdfReference)) continue;
    const dictionary = file.dictionary(reference);
    const partial = file.resolve(dictionary.get('T'));
    if (!(partial instanceof PdfString)) continue;
    const name = parent === '' ? textOf(partial) : `${parent}.${textOf(partial)}`;
    const kids = file.array(dictionary.get('Kids'));
    if (kids.length > 0) collect(file, kids, name, depth + 1, found);
    else found.set(idOf(name), { id: idOf(name), reference, dictionary });
  }
}

/** The width and height of a field's widget, in points. */
export function sizeOf(file: PdfFile, field: FormField): { readonly width: number; readonly height: number } {
  const corners = file.array(field.dictionary.get('Rect')).map((value) => file.resolve(value));
  const [left, bottom, right, top] = corners.map((value) => (typeof value === 'number' ? value : 0));
  return { width: Math.abs((right ?? 0) - (left ?? 0)), height: Math.abs((top ?? 0) - (bottom ?? 0)) };
}
