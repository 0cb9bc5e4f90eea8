import { Increment } from '../../pdf-file/increment.ts';
import { PdfFile } from '../../pdf-file/pdf-file.ts';
import {
  dictionary,
  type PdfDictionary,
  PdfName,
  PdfString,
  type PdfValue,
  textOf,
  textString,
} from '../../pdf-file/values.ts';
import { Appearances } from './appearance.ts';
import { type FormField, fieldsOf, sizeOf } from './form-field.ts';
import { lockedFields } from './locked-fields.ts';

/** What a person fills in: the field's id and the text. An empty text clears the field. */
export type FieldValue = { readonly fieldId: string; readonly value: string };

const FALLBACK_SIZE = 8.5;
const CENTRED = 1;

/**
 * Fills laid out fields as an increment: the bytes of `pdf` stay as they are, so what was signed stays signed.
 * Throws if a field is not there, is for a signature, is locked by one, or does not offer the value.
 */
export async function fillFields(pdf: Uint8Array, values: readonly FieldValue[]): Promise<Uint8Array> {
  if (values.length === 0) return pdf;
  const file = new PdfFile(pdf);
  const fields = fieldsOf(file);
  const locked = lockedFields(file, fields);
  const increment = new Increment(file);
  const appearances = new Appearances(increment);
  for (const { fieldId, value } of values) {
    const field = fields.get(fieldId);
    if (!field) throw new Error(`The PDF has no field "${fieldId}"`);
    if (locked.has(fieldId)) throw new Error(`The field "${fieldId}" is locked by a signature`);
    checkValue(file, field, value);
    increment.replace(field.reference, filled(file, appearances, field, value));
  }
  appearances.end();
  return increment.write();
}

function checkValue(file: PdfFile, field: FormField, value: string): void {
  const type = file.resolve(field.dictionary.get('FT'));
  if (!(type instanceof PdfName) || (type.name !== 'Tx' && type.name !== 'Ch')) {
    throw new Error(`The field "${field.id}" is not for text`);
  }
  if (type.name === 'Tx' || value === '') return;
  const options = file.array(field.dictionary.get('Opt')).map((option) => file.resolve(option));
  const offered = options.some((option) => option instanceof PdfString && textOf(option) === value);
  if (!offered) throw new Error(`The field "${field.id}" does not offer "${value}"`);
}

function filled(file: PdfFile, appearances: Appearances, field: FormField, value: string): PdfDictionary {
  const align = file.resolve(field.dictionary.get('Q')) === CENTRED ? 'centre' : 'start';
  const style = {
    weight: 'bold',
    size: sizeIn(file.resolve(field.dictionary.get('DA'))),
    align,
    place: 'middle',
  } as const;
  const appearance = appearances.add([value], sizeOf(file, field), style);
  return field.dictionary.with({ V: textString(value), AP: dictionary({ N: appearance }) });
}

/** The size of type that the field's default appearance names. */
function sizeIn(appearance: PdfValue): number {
  const found = appearance instanceof PdfString ? / (\d+(?:\.\d+)?) Tf/.exec(textOf(appearance)) : null;
  const size = Number(found?.[1] ?? 0);
  return size > 0 ? size : FALLBACK_SIZE;
}
