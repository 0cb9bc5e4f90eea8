import { createHash } from 'node:crypto';
import { Increment } from '../../pdf-file/increment.ts';
import { PdfFile } from '../../pdf-file/pdf-file.ts';
import { dictionary, PdfDictionary, PdfName, PdfReference } from '../../pdf-file/values.ts';
import { Appearances } from './appearance.ts';
import { cmsRoom, detachedCms } from './cms.ts';
import { type FormField, fieldsOf, sizeOf } from './form-field.ts';
import { contentsText, rangeText, signatureDictionary } from './signature-dictionary.ts';
import type { SignatureRequest } from './signature-request.ts';

const APPEND_ONLY = 3;
/** As the form sets the lines of a signature that stand on its page. */
const STYLE = { weight: 'regular', size: 7, align: 'start', place: 'top' } as const;

/**
 * Signs a laid out field with PAdES baseline B. The result begins with the bytes of `pdf`, untouched; the signature
 * covers all of them and what it adds. Throws if the field is not there, is no signature field, or is signed already.
 */
export async function signPdf(pdf: Uint8Array, request: SignatureRequest): Promise<Uint8Array> {
  const file = new PdfFile(pdf);
  const fields = fieldsOf(file);
  const field = signatureField(file, fields, request.fieldId);
  for (const id of request.lock ?? []) if (!fields.has(id)) throw new Error(`The PDF has no field "${id}"`);
  const increment = new Increment(file);
  const room = cmsRoom(request.certificate);
  const signature = increment.add(signatureDictionary(file, field, request, room));
  increment.replace(field.reference, signedField(increment, field, request, signature));
  markForm(increment);
  if (request.certify) certifyWith(increment, signature);
  const bytes = increment.write();
  return seal(bytes, pdf.length, room, request);
}

function signatureField(file: PdfFile, fields: ReadonlyMap<string, FormField>, id: string): FormField {
  const field = fields.get(id);
  if (!field) throw new Error(`The PDF has no field "${id}"`);
  const type = file.resolve(field.dictionary.get('FT'));
  if (!(type instanceof PdfName) || type.name !== 'Sig') throw new Error(`The field "${id}" is not for a signature`);
  if (file.resolve(field.dictionary.get('V')) !== null) throw new Error(`The field "${id}" is signed already`);
  return field;
}

/** To sign is to give the field its value and what it shows: nothing else of it changes. */
function signedField(
  increment: Increment,
  field: FormField,
  request: SignatureRequest,
  signature: PdfReference,
): PdfDictionary {
  const signed = field.dictionary.with({ V: signature });
  if (request.appearance.length === 0) return signed;
  const appearances = new Appearances(increment);
  const appearance = appearances.add(request.appearance, sizeOf(increment.file, field), STYLE);
  appearances.end();
  return signed.with({ AP: dictionary({ N: appearance }) });
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

/** Fills the byte range and the signature in; `start` is where the increment begins. */
function seal(bytes: Buffer, start: number, room: number, request: SignatureRequest): Uint8Array {
  const rangeAt = bytes.indexOf(rangeText([0, 0, 0, 0]), start, 'latin1');
  const contentsAt = bytes.indexOf(contentsText(room), rangeAt, 'latin1');
  if (rangeAt === -1 || contentsAt === -1) throw new Error('The place of the signature is gone');
  const after = contentsAt + room * 2 + 2;
  bytes.write(rangeText([0, contentsAt, after, bytes.length - after]), rangeAt, 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, contentsAt)).update(bytes.subarray(after)).digest();
  const cms = detachedCms(digest, request.privateKey, request.certificate);
  if (cms.length > room) throw new Error('The signature is longer than its place');
  bytes.write(Buffer.from(cms).toString('hex'), contentsAt + 1, 'latin1');
  return bytes;
}
