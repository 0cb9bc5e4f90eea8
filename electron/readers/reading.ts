import type { WordsRead } from '../../shared/model/submission.ts';
import type { FoundType } from './file-type.ts';

/** What the reader's thread is asked. `claimed` is the type that the file's name promises. */
export type ReadingRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly claimed: FoundType | null };

/** What the reader's thread answers. */
export type Reading =
  | { readonly kind: 'read'; readonly found: FoundType; readonly words: WordsRead; readonly pages: number | null }
  | { readonly kind: 'encrypted' | 'truncated' | 'damaged'; readonly found: FoundType };
