import { z } from 'zod';

/** A pack file has fewer bytes, and what is made of one is no longer. */
export const LARGEST_PACK = 10_000_000;
export const FINDINGS_SHOWN = 20;
const text = z.string().max(16_384);

/**
 * What the reader of a pack's file says. It read what a stranger wrote, so a pack that it finds is looked at once more
 * where it is heard.
 */
export const packFile = z.discriminatedUnion('kind', [
  /** In canonical form. */
  z.strictObject({ kind: z.literal('pack'), content: z.string().max(LARGEST_PACK) }),
  z.strictObject({
    kind: z.literal('refused'),
    findings: z.array(z.strictObject({ place: text, message: text })).max(FINDINGS_SHOWN),
    count: z.number().int().min(1).max(1000),
  }),
  z.strictObject({ kind: z.literal('not-json') }),
]);

export type PackFile = Readonly<z.infer<typeof packFile>>;
