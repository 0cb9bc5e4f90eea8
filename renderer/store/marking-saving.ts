import type { AppError } from '../../shared/api/errors.ts';
import type { Instant } from '../../shared/lib/dates.ts';
import type { Draft } from './marking-queue.ts';
import { mayPass } from './marking-trouble.ts';

/** What the status line says of a sheet. "Saved" only where the main side has everything that was typed. */
export type Saving =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'saving' }
  /** `again`: the same words may be stored if they are tried again. */
  | { readonly kind: 'not-saved'; readonly error: AppError; readonly again: boolean };

/** A failure outweighs what is on its way: it needs the person. */
export function savingOf(drafts: readonly Draft[], savedAt: Instant | null): Saving {
  const failed = drafts.flatMap((draft) => draft.error ?? []);
  const error = failed.find(mayPass) ?? failed[0];
  if (error) return { kind: 'not-saved', error, again: mayPass(error) };
  if (drafts.length > 0) return { kind: 'saving' };
  return savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt };
}
