import { createHash } from 'node:crypto';
import type { Digest } from '../../shared/model/ids.ts';
import { gatherSignatures, isSame } from '../../shared/verification/gather-signatures.ts';
import { readFormFields } from '../../shared/verification/pdf/form-fields.ts';
import { instantOfPdfDate, instantOfTime } from '../../shared/verification/pdf/pdf-date.ts';
import { PdfFile } from '../../shared/verification/pdf/pdf-file.ts';
import type { Revision } from '../../shared/verification/pdf/revision.ts';
import { readSignedFields } from '../../shared/verification/pdf/signature-dictionary.ts';
import { textOf } from '../../shared/verification/pdf/text-string.ts';
import { entry } from '../../shared/verification/pdf/value.ts';
import { readSignature } from '../../shared/verification/read-signature.ts';
import { reading } from '../../shared/verification/unreadable.ts';
import type { PlacedSignature } from '../../shared/verification/verify-signature.ts';
import type { HeldForm, VerifiedFile, VerifiedSignature } from './verified-file.ts';

const LONGEST_VALUE = 8000;

/** Who signed which field of a PDF, and what its other fields hold; `holding` are the numbers of signatures that hold. */
export function readSignedPdf(bytes: Uint8Array, holding: ReadonlySet<number>): HeldForm {
  const read = reading(() => {
    const file = new PdfFile(bytes);
    const last = file.revisionEndingAt(bytes.length);
    const gathered = gatherSignatures(file, last);
    const placed = gathered.ok ? gathered.value.placed.filter((one) => holding.has(one.number)) : [];
    return {
      signatures: placed.flatMap((one) => signatureOf(file, last, one) ?? []),
      fields: fieldsOf(file, last),
    };
  });
  return read.ok ? read.value : { signatures: [], fields: [] };
}

function signatureOf(file: PdfFile, last: Revision, placed: PlacedSignature): VerifiedSignature | null {
  const { dictionary, coverage } = placed;
  const read = readSignature(dictionary.contents?.bytes ?? new Uint8Array());
  if (!read.ok) return null;
  const { certificate, attributes } = read.value;
  const field = readSignedFields(file, last).find((one) => one.signature && isSame(one.signature, dictionary));
  const claimed = attributes?.signingTime ?? null;
  return {
    field: field?.field.name ?? null,
    name: certificate.name,
    fingerprint: createHash('sha256').update(certificate.der).digest('hex') as Digest,
    certificate: Uint8Array.from(certificate.der),
    claimedTime:
      claimed === null ? instantOfPdfDate(textOf(entry(dictionary.dict, 'M')) ?? '') : instantOfTime(claimed),
    end: coverage.end,
  };
}

/** The texts and choices that stand in the form. */
function fieldsOf(file: PdfFile, last: Revision): VerifiedFile['fields'] {
  return [...readFormFields(file, last).values()].flatMap(({ name, type, dict }) => {
    if (type !== 'Tx' && type !== 'Ch') return [];
    const value = textOf(file.resolve(last, entry(dict, 'V')));
    return value === null || value === '' ? [] : { name, value: value.slice(0, LONGEST_VALUE) };
  });
}
