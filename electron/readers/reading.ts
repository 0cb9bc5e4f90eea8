import { z } from 'zod';
import type { FoundType } from './file-type.ts';

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

/** What the thread that reads is asked. `claimed` is the type that the file's name promises. */
export type ReadingRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly claimed: FoundType | null };

/** What a reader's process is told: of what file, then its bytes, a part each time that it asks for more. */
export type ToReader =
  | { readonly kind: 'begin'; readonly size: number; readonly claimed: FoundType | null; readonly memory: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const fromReader = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('more') }),
  /** More than one may come; each says more than the one before, and the last is `final`. */
  z.strictObject({ kind: z.literal('reading'), reading, final: z.boolean() }),
]);

/** What a reader's process says. */
export type FromReader = z.infer<typeof fromReader>;

/** A reader's words are foreign too: what it read may have taken it over. Null for what it cannot have to say. */
export function parseFromReader(said: unknown): FromReader | null {
  return fromReader.safeParse(said).data ?? null;
}
