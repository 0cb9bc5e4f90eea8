import { z } from 'zod';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import { type CivilDate, type Instant, isCivilDate, isInstant } from '../../../shared/lib/dates.ts';
import type { AttachedSheet, SignedCheck } from '../../../shared/model/evidence.ts';
import { type Digest, isDigest, isId } from '../../../shared/model/ids.ts';
import type { CriterionEntry, Decision, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { packSchema } from '../../../shared/model/pack.ts';
import { sha256Text } from '../../db/stores/audit-store.ts';

const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && isId(value));
const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));
const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value));
const text = z.string().max(1_000_000);
const count = z.number().int().min(0).max(1_000_000_000_000);
const mark = z.number().int().min(0).max(100_000);
const met = z.enum(['achieved', 'not-yet'] satisfies readonly CriterionEntry['met'][]);

const referred = z.discriminatedUnion('reason', [
  z.strictObject({ section: text, reason: z.literal('below-minimum'), mark, minimum: mark }),
  z.strictObject({ section: text, reason: z.literal('criterion-below-minimum'), criteria: z.array(text) }),
  z.strictObject({ section: text, reason: z.literal('criterion-not-met'), criteria: z.array(text) }),
  z.strictObject({ section: text, reason: z.literal('named-by-assessor') }),
]);
const total = mark.nullable();
const decision: z.ZodType<Decision> = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('incomplete'), total, unmarked: z.array(text) }),
  z.strictObject({ outcome: z.literal('pass'), total }),
  z.strictObject({
    outcome: z.literal('referral'),
    total,
    referred: z.array(referred),
    totalShort: z.strictObject({ total: mark, needed: mark }).nullable(),
  }),
]);
const signer = { person: id(), name: text, key: id(), fingerprint: digest };

const sheet = z.strictObject({
  format: z.literal('countersign-sheet/1'),
  sheet: id(),
  purpose: z.enum(['official', 'second-mark', 'standardisation']),
  revision: count.min(1),
  supersedes: z.strictObject({ revision: count, digest, reason: text }).nullable(),
  centre: z.strictObject({ id: id(), number: text, name: text }),
  learner: z.strictObject({ id: id(), name: text, registrationNumber: text }),
  attempt: z.strictObject({
    id: id(),
    number: count.min(1),
    dateReceived: day,
    declarationDate: day,
    standardisationRefused: z.boolean(),
    scripts: z.array(
      z.strictObject({ id: id(), name: text, sha256: digest, size: count, wordCount: count.nullable() }),
    ),
  }),
  pack: z.strictObject({ code: text, version: text, digest }),
  assessment: z.strictObject({
    id: text,
    title: text,
    qualification: text,
    units: z.array(z.strictObject({ code: text, number: text, title: text })),
  }),
  scheme: packSchema.shape.assessments.element.shape.scheme,
  form: packSchema.shape.forms.element,
  sections: z.array(
    z.strictObject({
      section: text,
      strengths: text,
      improvements: text,
      mark: mark.nullable(),
      criteria: z.array(
        z.strictObject({ criterion: text, mark: mark.nullable(), met: met.nullable(), seen: z.array(text) }),
      ),
      carried: z.strictObject({ sheet: id(), attempt: count, revision: count, digest }).nullable(),
    }),
  ),
  redo: z.array(text),
  decision,
  assessor: z.strictObject(signer),
  signedAt: instant,
  chainHead: digest,
}) as unknown as z.ZodType<SignedSheet>;

const attached = z.strictObject({
  format: z.literal('countersign-attachment/1'),
  sheet,
  digest,
  docx: digest.nullable(),
});

const check = z.strictObject({
  format: z.literal('countersign-check/1'),
  check: id(),
  sheet: z.strictObject({ sheet: id(), revision: count, digest }),
  files: z.strictObject({ pdf: digest, docx: digest.nullable() }),
  marks: z.array(z.strictObject({ section: text, criterion: text.nullable(), mark: z.union([mark, met]) })),
  decision,
  checkDate: day,
  iqa: z.strictObject(signer),
  signedAt: instant,
  chainHead: digest,
}) as unknown as z.ZodType<SignedCheck>;

/** The sheet that a file carries; null for what is none, or is not what its own digest says. */
export function readCarriedSheet(data: string | null): AttachedSheet | null {
  const read = attached.safeParse(parsed(data)).data;
  return read && digestOf(read.sheet as unknown as Json) === read.digest ? read : null;
}

/** The check that a DOCX carries; null for what is none. */
export function readCarriedCheck(data: string | null): SignedCheck | null {
  return check.safeParse(parsed(data)).data ?? null;
}

/** Null for what has no canonical form, as half a character has none. */
function digestOf(value: Json): Digest | null {
  try {
    return sha256Text(canonicalJson(value));
  } catch {
    return null;
  }
}

function parsed(data: string | null): unknown {
  try {
    return data === null ? null : JSON.parse(data);
  } catch {
    return null;
  }
}
