import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/lib/dates.ts';
import { Increment } from '../pdf-file/increment.ts';
import { PdfFile } from '../pdf-file/pdf-file.ts';
import {
  dictionary,
  name,
  PdfDictionary,
  PdfRaw,
  PdfReference,
  type PdfValue,
  textString,
} from '../pdf-file/values.ts';
import { Appearances } from './appearance.ts';
import { cmsRoom, detachedCms } from './cms.ts';
import { type FormField, fieldsOf, nameOf, sizeOf } from './form-field.ts';
import { pdfDate } from './pdf-date.ts';

export type SignatureRequest = {
  /** The laid out signature field, "assessor.signature". */
  readonly fieldId: string;
  /** PKCS#8 of a P-256 key. A batch that hands in the same array has it parsed once. */
  readonly privateKey: Uint8Array;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** The laptop's claim. */
  readonly signedAt: Instant;
  readonly signerName: string;
  readonly reason: string;
  readonly location: string;
  /** The first signature certifies: from then on fields may be filled and signed, and nothing else. */
  readonly certify: boolean;
  /** Fields that may not change after this signature; those of the field's own lock if left out. */
  readonly lock?: readonly string[];
  /** What the signature shows on the form's own line; nothing, where its lines stand on the page already. */
  readonly appearance: readonly string[];
};

/** The form may be filled in and signed (ISO 32000, DocMDP). */
const FILL_AND_SIGN = 2;
const APPEND_ONLY = 3;
/** Ten digits for each number of a byte range, whose length must be known before its values are. */
const RANGE_DIGITS = 10;
/** As the form sets the lines of a signature that stand on its page. */
const STYLE = { weight: 'regular', size: 7, align: 'start', place: 'top' } as const;

/**
 * Signs a laid out field with PAdES baseline B. The result begins with the bytes of `pdf`, untouched; the signature
 * covers all of them and what it adds. Throws if the field is not there, is no signature field, or is signed already.
 */
export async function signPdf(pdf: Uint8Array, request: SignatureRequest): Promise<Uint8Array> {
  const file = new PdfFile(pdf);
  const field = signatureField(file, request.fieldId);
  const increment = new Increment(file);
  const room = cmsRoom(request.certificate);
  const signature = increment.add(signatureDictionary(file, field, request, room));
  increment.replace(field.reference, signedField(increment, field, request, signature));
  markForm(increment);
  if (request.certify) certifyWith(increment, signature);
  const bytes = increment.write();
  return seal(bytes, pdf.length, room, request);
}

function signatureField(file: PdfFile, id: string): FormField {
  const field = fieldsOf(file).get(id);
  if (!field) throw new Error(`The PDF has no field "${id}"`);
  const type = file.resolve(field.dictionary.get('FT'));
  if (!isName(type, 'Sig')) throw new Error(`The field "${id}" is not for a signature`);
  if (file.resolve(field.dictionary.get('V')) !== null) throw new Error(`The field "${id}" is signed already`);
  return field;
}

function isName(value: PdfValue, text: string): boolean {
  return value instanceof Object && 'name' in value && value.name === text;
}

function signatureDictionary(file: PdfFile, field: FormField, request: SignatureRequest, room: number): PdfDictionary {
  const references = referencesOf(file, field, request);
  return dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: new PdfRaw(rangeText([0, 0, 0, 0])),
    Contents: new PdfRaw(`<${'0'.repeat(room * 2)}>`),
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

function lockOf(file: PdfFile, field: FormField, request: SignatureRequest): readonly PdfValue[] {
  if (request.lock) return request.lock.map((id) => textString(nameOf(id)));
  const laidOut = file.resolve(field.dictionary.get('Lock'));
  return laidOut instanceof PdfDictionary ? file.array(laidOut.get('Fields')) : [];
}

function signedField(
  increment: Increment,
  field: FormField,
  request: SignatureRequest,
  signature: PdfReference,
): PdfDictionary {
  let signed = field.dictionary.with({ V: signature });
  if (request.appearance.length > 0) {
    const size = sizeOf(increment.file, field);
    const appearances = new Appearances(increment);
    signed = signed.with({ AP: dictionary({ N: appearances.add(request.appearance, size, STYLE) }) });
    appearances.end();
  }
  if (!request.lock || request.lock.length === 0 || signed.get('Lock') !== undefined) return signed;
  const lock = dictionary({
    Type: name('SigFieldLock'),
    Action: name('Include'),
    Fields: request.lock.map((id) => textString(nameOf(id))),
  });
  return signed.with({ Lock: increment.add(lock) });
}

/** Says that the form has signatures, where its author has not said so. */
function markForm(increment: Increment): void {
  const { file } = increment;
  const entry = file.catalog.get('AcroForm');
  const form = file.dictionary(entry);
  if (form.get('SigFlags') === APPEND_ONLY) return;
  const marked = form.with({ SigFlags: APPEND_ONLY });
  if (entry instanceof PdfReference) increment.replace(entry, marked);
  else increment.replace(file.catalogReference, file.catalog.with({ AcroForm: marked }));
}

function certifyWith(increment: Increment, signature: PdfReference): void {
  const { file } = increment;
  const catalog = increment.current(file.catalogReference);
  if (!(catalog instanceof PdfDictionary)) throw new Error('The PDF has no catalog');
  const permissions = file.resolve(catalog.get('Perms'));
  const others = permissions instanceof PdfDictionary ? permissions : dictionary({});
  if (others.get('DocMDP') !== undefined) throw new Error('The PDF is certified already');
  increment.replace(file.catalogReference, catalog.with({ Perms: others.with({ DocMDP: signature }) }));
}

function rangeText(range: readonly [number, number, number, number]): string {
  return `[${range.map((value) => String(value).padEnd(RANGE_DIGITS)).join(' ')}]`;
}

/** Fills the byte range and the signature in; `start` is where the increment begins. */
function seal(bytes: Buffer, start: number, room: number, request: SignatureRequest): Uint8Array {
  const rangeAt = bytes.indexOf(rangeText([0, 0, 0, 0]), start, 'latin1');
  const contentsAt = bytes.indexOf(`<${'0'.repeat(room * 2)}>`, rangeAt, 'latin1');
  if (rangeAt === -1 || contentsAt === -1) throw new Error('The place of the signature is gone');
  const after = contentsAt + room * 2 + 2;
  bytes.write(rangeText([0, contentsAt, after, bytes.length - after]), rangeAt, 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, contentsAt)).update(bytes.subarray(after)).digest();
  const cms = detachedCms(digest, request.privateKey, request.certificate);
  if (cms.length > room) throw new Error('The signature is longer than its place');
  bytes.write(Buffer.from(cms).toString('hex'), contentsAt + 1, 'latin1');
  return bytes;
}
