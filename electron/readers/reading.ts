import { z } from 'zod';
import type { FoundType } from './file-type.ts';
import { packFile } from './pack-file.ts';
import { verifiedFile } from './verified-file.ts';

const found = z.enum(['pdf', 'docx', 'odt', 'zip', 'rtf', 'jpeg', 'png', 'ole', 'text', 'unknown']);
const words = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counted'), words: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('not-read'), why: z.enum(['no-text', 'type-not-read', 'limit', 'damaged']) }),
]);
/** `drawable`: the page may draw it; nothing in it asks for more than drawing may take. */
const reading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    found,
    words,
    pages: z.number().int().min(0).nullable(),
    drawable: z.boolean(),
  }),
  z.strictObject({ kind: z.enum(['encrypted', 'truncated', 'damaged']), found }),
]);

/** What a reader finds in one file. */
export type Reading = z.infer<typeof reading>;

/** What is to be done with a file: each has a thread of its own kind. `claimed` is the type that its name promises. */
export type Job =
  | { readonly kind: 'read'; readonly claimed: FoundType | null }
  | { readonly kind: 'verify'; readonly name: string }
  | { readonly kind: 'pack' };

type Bytes = { readonly bytes: Uint8Array<ArrayBuffer> };
/** What the thread that reads a script is asked. */
export type ReadingRequest = Bytes & Pick<Extract<Job, { kind: 'read' }>, 'claimed'>;
/** What the thread that verifies a signed file is asked. */
export type VerifyingRequest = Bytes & Pick<Extract<Job, { kind: 'verify' }>, 'name'>;

/** What the thread that reads a pack is asked. */
export type PackRequest = Bytes;

/** What a reader's process is told: of what file, then its bytes, a part each time that it asks for more. */
export type ToReader =
  | { readonly kind: 'begin'; readonly size: number; readonly memory: number; readonly job: Job }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const fromReader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('more') }),
  /** More than one may come; each says more than the one before, and the last is `final`. */
  z.strictObject({ kind: z.literal('reading'), reading, final: z.boolean() }),
  z.strictObject({ kind: z.literal('verified'), file: verifiedFile }),
  z.strictObject({ kind: z.literal('pack'), file: packFile }),
]);

/** What a reader's process says. */
export type FromReader = z.infer<typeof fromReader>;

/** A reader's words are foreign too: what it read may have taken it over. Null for what it cannot have to say. */
export function parseFromReader(said: unknown): FromReader | null {
  return fromReader.safeParse(said).data ?? null;
}
