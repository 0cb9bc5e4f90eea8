import { checkCms } from './check-cms.ts';
import { type Coverage, coveredParts } from './pdf/byte-range.ts';
import { instantOfPdfDate } from './pdf/pdf-date.ts';
import type { SignatureDictionary } from './pdf/signature-dictionary.ts';
import { textOf } from './pdf/text-string.ts';
import { entry, nameOf } from './pdf/value.ts';
import { safeText } from './safe-text.ts';
import { reportOf, type SignatureReport } from './signature-report.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/** A signature at its place among the others, with what it covers. */
export type PlacedSignature = {
  readonly number: number;
  readonly dictionary: SignatureDictionary;
  readonly coverage: Coverage;
};

const PADES = 'ETSI.CAdES.detached';
const FORMATS = new Set([PADES, 'adbe.pkcs7.detached']);

/** Checks a PDF's signature against the bytes that it covers. What happened behind them is judged elsewhere. */
export async function verifySignature(
  bytes: Uint8Array,
  { number: signature, dictionary, coverage }: PlacedSignature,
  crypto: VerificationCrypto,
): Promise<SignatureReport> {
  const { dict, contents } = dictionary;
  const format = nameOf(entry(dict, 'SubFilter')) ?? '';
  if (!FORMATS.has(format)) {
    return reportOf({ code: 'format-unknown', severity: 'not-checkable', signature, format: safeText(format, 40) });
  }
  const { end, holder } = coverage;
  return checkCms(
    {
      signature,
      cms: contents?.bytes ?? new Uint8Array(),
      parts: coveredParts(bytes, coverage),
      covers: { kind: 'bytes', end, size: bytes.length, holder },
      named: format === PADES,
      // The dictionary's own claim is under the signature like all other bytes.
      otherTime: instantOfPdfDate(textOf(entry(dict, 'M')) ?? ''),
    },
    crypto,
  );
}
