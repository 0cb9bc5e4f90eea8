import { z } from 'zod';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { type Instant, isInstant } from '../../../shared/lib/dates.ts';
import { type JsonBounds, jsonBounds } from '../../../shared/lib/json-bounds.ts';
import type { Register, SignedRegister } from '../../../shared/model/evidence.ts';
import { type CentreId, type Digest, isDigest, isId, type KeyId, type PersonId } from '../../../shared/model/ids.ts';
import { list } from '../../../shared/model/list.ts';
import { ROLES } from '../../../shared/model/person.ts';

const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && isId(value));
const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value));
const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value));
const line = z
  .string()
  .min(1)
  .max(1600)
  .refine((value) => value.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value));

const MOST_PEOPLE = 1000;
const MOST_KEYS = 50;
/** What the file and the text in it may hold at most where they hold what the schemas ask for: see `jsonBounds`. */
const FILE_BOUNDS = { depth: 1, values: 8 };
const TEXT_BOUNDS = { depth: 5, values: MOST_PEOPLE * (MOST_KEYS * 4 + 20) + 100 };

const signedSchema = z.strictObject({
  format: z.literal('countersign-signed-register/1'),
  text: z.string(),
  signature: z
    .string()
    .max(100_000)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});

const registerSchema = z.strictObject({
  format: z.literal('countersign-register/1'),
  centre: z.strictObject({ id: id<CentreId>(), number: line, name: line }),
  edition: z.number().int().min(1).max(1_000_000),
  signedAt: instant,
  leadIqa: z.strictObject({ person: id<PersonId>(), name: line, key: id<KeyId>(), fingerprint: digest }),
  people: list(
    z.strictObject({
      person: id<PersonId>(),
      name: line,
      roles: list(z.enum(ROLES), 1, ROLES.length),
      keys: list(z.strictObject({ fingerprint: digest, from: instant, until: instant.nullable() }), 1, MOST_KEYS),
    }),
    1,
    MOST_PEOPLE,
  ),
});

/** A register's file, read and not yet believed; null where it is none in the one form that it has. */
export function readRegisterFile(
  bytes: Uint8Array,
): { readonly signed: SignedRegister; readonly register: Register } | null {
  const signed = parsed(signedSchema, textOf(bytes), FILE_BOUNDS);
  const register = signed && parsed(registerSchema, signed.text, TEXT_BOUNDS);
  // One content has one text: what is signed is what is read, and nothing else.
  if (!signed || !register || canonicalJson(register) !== signed.text) return null;
  const people = new Set(register.people.map((one) => one.person));
  const keys = register.people.flatMap((one) => one.keys.map((key) => key.fingerprint));
  const once = people.size === register.people.length && new Set(keys).size === keys.length;
  return once ? { signed, register } : null;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string, bounds: JsonBounds): T | null {
  if (jsonBounds(text, bounds) !== 'within') return null;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
