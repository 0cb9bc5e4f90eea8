import type { PdfFile } from '../../pdf-file/pdf-file.ts';
import { PdfDictionary, PdfName, PdfString, textOf } from '../../pdf-file/values.ts';
import { type FormField, idOf } from './form-field.ts';

/** The fields that signatures in the file have locked, by id. */
export function lockedFields(file: PdfFile, fields: ReadonlyMap<string, FormField>): ReadonlySet<string> {
  const locked = new Set<string>();
  for (const field of fields.values()) {
    const signature = file.resolve(field.dictionary.get('V'));
    if (!(signature instanceof PdfDictionary) || signature.get('ByteRange') === undefined) continue;
    locked.add(field.id);
    for (const reference of file.array(signature.get('Reference'))) {
      for (const id of lockedBy(file, file.resolve(reference), fields)) locked.add(id);
    }
  }
  return locked;
}

function lockedBy(file: PdfFile, reference: unknown, fields: ReadonlyMap<string, FormField>): readonly string[] {
  if (!(reference instanceof PdfDictionary) || nameIn(file, reference, 'TransformMethod') !== 'FieldMDP') return [];
  const parameters = file.dictionary(reference.get('TransformParams'));
  const listed = file.array(parameters.get('Fields')).map((value) => file.resolve(value));
  const ids = listed.filter((value) => value instanceof PdfString).map((value) => idOf(textOf(value)));
  const all = [...fields.keys()];
  const action = nameIn(file, parameters, 'Action');
  if (action === 'All') return all;
  return action === 'Exclude' ? all.filter((id) => !ids.includes(id)) : ids;
}

function nameIn(file: PdfFile, dictionary: PdfDictionary, key: string): string {
  const value = file.resolve(dictionary.get(key));
  return value instanceof PdfName ? value.name : '';
}
