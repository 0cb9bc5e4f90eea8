import { type Problem, reading } from '../unreadable.ts';
import { type FormNode, readFormFields } from './form-fields.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Revision } from './revision.ts';
import { entry, type PdfDict, type PdfString, type PdfValue } from './value.ts';

/** A signature as the file holds it. Where its contents stand in the file tells one from another. */
export type SignatureDictionary = {
  readonly dict: PdfDict;
  /** The string that holds the CMS; null where there is none at a place of its own in the file. */
  readonly contents: PdfString | null;
};

/** A signature field that is signed, with its signature or why that cannot be read. */
export type SignedField = {
  readonly field: FormNode;
  readonly signature: SignatureDictionary | null;
  readonly problem: Problem | null;
};

/** The signed fields of a revision's form. */
export function readSignedFields(file: PdfFile, revision: Revision): readonly SignedField[] {
  const signed: SignedField[] = [];
  for (const field of readFormFields(file, revision).values()) {
    if (field.type !== 'Sig' || entry(field.dict, 'V').kind === 'null') continue;
    const read = reading(() => signatureOf(file, revision, field));
    if (!read.ok) signed.push({ field, signature: null, problem: read.error });
    else if (read.value) signed.push({ field, signature: read.value, problem: null });
    else signed.push({ field, signature: null, problem: 'syntax' });
  }
  return signed;
}

function signatureOf(file: PdfFile, revision: Revision, field: FormNode): SignatureDictionary | null {
  const value = entry(field.dict, 'V');
  const holder = value.kind === 'ref' ? value.number : field.number;
  const packed = revision.places.get(holder)?.kind === 'packed';
  return asSignature(file.resolve(revision, value), packed);
}

/** A dictionary with a signature's own keys. One in an object stream has no place in the file to be signed around. */
export function asSignature(value: PdfValue, packed: boolean): SignatureDictionary | null {
  if (value.kind !== 'dict' || !value.entries.has('ByteRange') || !value.entries.has('Contents')) return null;
  const contents = entry(value, 'Contents');
  return { dict: value, contents: contents.kind === 'string' && !packed ? contents : null };
}

/** The signature of a field that holds it directly. */
export function signatureWithin(value: PdfValue): SignatureDictionary | null {
  return value.kind === 'dict' ? asSignature(entry(value, 'V'), false) : null;
}
