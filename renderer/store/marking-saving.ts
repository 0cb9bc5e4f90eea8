import type { Instant } from '../../shared/lib/dates.ts';
import type { Draft } from './marking-queue.ts';
import { mayPass } from './marking-trouble.ts';
import { isUnsaved, type Unsaved } from './marking-unsaved.ts';

/** What the status line says of a sheet. "Saved" only where the main side has everything that was typed. */
export type Saving =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'saving' }
  /** `again`: the same words may be stored if they are tried again. `others`: fields beside this one. */
  | { readonly kind: 'not-saved'; readonly unsaved: Unsaved; readonly others: number; readonly again: boolean };

/** A failure outweighs what is on its way: it needs the person. */
export function savingOf(drafts: readonly Draft[], savedAt: Instant | null): Saving {
  const failed = drafts.filter(isUnsaved);
  const unsaved = failed.find((one) => mayPass(one.error)) ?? failed[0];
  if (unsaved) return { kind: 'not-saved', unsaved, others: failed.length - 1, again: mayPass(unsaved.error) };
  if (drafts.length > 0) return { kind: 'saving' };
  return savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt };
}
