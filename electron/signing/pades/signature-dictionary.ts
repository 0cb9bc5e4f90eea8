import type { PdfFile } from '../../pdf-file/pdf-file.ts';
import {
  dictionary,
  name,
  PdfDictionary,
  PdfRaw,
  PdfString,
  type PdfValue,
  textOf,
  textString,
} from '../../pdf-file/values.ts';
import { type FormField, idOf, nameOf } from './form-field.ts';
import { pdfDate } from './pdf-date.ts';
import type { SignatureRequest } from './signature-request.ts';

/** The form may be filled in and signed (ISO 32000, DocMDP). */
const FILL_AND_SIGN = 2;
/** Ten digits for each number of a byte range, whose length must be known before its values are. */
const RANGE_DIGITS = 10;

/** A byte range as it is written, always of one length. */
export function rangeText(range: readonly [number, number, number, number]): string {
  return `[${range.map((value) => String(value).padEnd(RANGE_DIGITS)).join(' ')}]`;
}

/** The place that a signature of at most `room` bytes takes. */
export function contentsText(room: number): string {
  return `<${'0'.repeat(room * 2)}>`;
}

/** The signature before it is made: its place comes first, so that no other text of it can be taken for the place. */
export function signatureDictionary(
  file: PdfFile,
  field: FormField,
  request: SignatureRequest,
  room: number,
): PdfDictionary {
  const references = referencesOf(file, field, request);
  return dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: new PdfRaw(rangeText([0, 0, 0, 0])),
    Contents: new PdfRaw(contentsText(room)),
    M: textString(pdfDate(request.signedAt)),
    Name: textString(request.signerName),
    Reason: textString(request.reason),
    Location: textString(request.location),
    ...(references.length > 0 ? { Reference: references } : {}),
  });
}

/** What the signature forbids from here on. */
function referencesOf(file: PdfFile, field: FormField, request: SignatureRequest): readonly PdfDictionary[] {
  const references: PdfDictionary[] = [];
  if (request.certify) {
    const parameters = dictionary({ Type: name('TransformParams'), P: FILL_AND_SIGN, V: name('1.2') });
    references.push(dictionary({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: parameters }));
  }
  const locked = lockOf(file, field, request);
  if (locked.length > 0) {
    references.push(
      dictionary({
        Type: name('SigRef'),
        TransformMethod: name('FieldMDP'),
        TransformParams: dictionary({
          Type: name('TransformParams'),
          Action: name('Include'),
          Fields: locked,
          V: name('1.2'),
        }),
        Data: file.catalogReference,
      }),
    );
  }
  return references;
}

/**
 * The names that the field's own lock lists, then those that the request adds. The field keeps its lock as it is: to sign
 * is to give a field its value, and a verifier need not put up with more.
 */
function lockOf(file: PdfFile, field: FormField, request: SignatureRequest): readonly PdfValue[] {
  const lock = file.resolve(field.dictionary.get('Lock'));
  const laidOut = lock instanceof PdfDictionary ? file.array(lock.get('Fields')) : [];
  const known = new Set(laidOut.map((value) => (value instanceof PdfString ? idOf(textOf(value)) : '')));
  return [...laidOut, ...(request.lock ?? []).filter((id) => !known.has(id)).map((id) => textString(nameOf(id)))];
}
