import { z } from 'zod';
import { type Instant, isInstant } from '../../shared/lib/dates.ts';
import { type Digest, isDigest } from '../../shared/model/ids.ts';

/** Characters of the data that a file may carry; a mark sheet's are some tens of thousands. */
const LONGEST_DATA = 8 * 1024 * 1024;
export const MOST_FINDINGS = 2000;
const line = z.string().max(8192);
const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value));
const data = z.string().max(LONGEST_DATA).nullable();

/** A signature that holds, with what it covers. */
const signature = z.strictObject({
  /** The form's name of the signature field; null where it is in none, as in a DOCX. */
  field: line.nullable(),
  /** As the certificate has it. */
  name: line,
  fingerprint: z.custom<Digest>((value) => typeof value === 'string' && isDigest(value)),
  /** DER; null in a DOCX. */
  certificate: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length > 0 && bytes.length <= 64 * 1024)
    .nullable(),
  claimedTime: instant.nullable(),
  /** In a PDF: the file's first bytes up to here are what was signed, but for the signature itself. */
  end: z.number().int().min(0),
});

/**
 * What the verifier found. It read a foreign file, which may have taken it over: so it is believed about that file, and
 * about nothing else, and what it says is of this form or not heard.
 */
export const verifiedFile = z.strictObject({
  type: z.enum(['pdf', 'docx', 'other']),
  verdict: z.enum(['intact', 'altered', 'not-checkable']),
  findings: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
        severity: z.enum(['good', 'note', 'warning', 'altered', 'not-checkable']),
        sentence: z.string().max(65_536),
      }),
    )
    .max(MOST_FINDINGS),
  /** In the order in which they were made. */
  signatures: z.array(signature).max(100),
  /** A PDF's fields that hold a text, by the form's names, as they are in the end. */
  fields: z.array(z.strictObject({ name: line, value: line })).max(10_000),
  /** Texts that the file carries as data; nothing is said of what they hold. */
  sheet: data,
  check: data,
});

export type VerifiedFile = Readonly<z.infer<typeof verifiedFile>>;
export type VerifiedSignature = VerifiedFile['signatures'][number];
/** What a signed form holds, apart from what is to be said of it. */
export type HeldForm = Pick<VerifiedFile, 'signatures' | 'fields'>;
