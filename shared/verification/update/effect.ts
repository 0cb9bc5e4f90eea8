import type { Problem } from '../unreadable.ts';

/** Why a change made after a signature is not allowed. Names and keys are fit to be shown. */
export type Refusal =
  | { readonly what: 'not-an-update'; readonly problem: Problem }
  | { readonly what: 'trailer' }
  | { readonly what: 'catalog'; readonly key: string }
  | { readonly what: 'form'; readonly key: string }
  /** Null for properties that cannot be read, before or after. */
  | { readonly what: 'properties'; readonly key: string | null }
  | { readonly what: 'page'; readonly page: number | null; readonly key: string | null }
  | { readonly what: 'page-content'; readonly page: number | null }
  | { readonly what: 'page-tree' }
  | { readonly what: 'annotations' }
  | { readonly what: 'field'; readonly field: string }
  | { readonly what: 'field-locked'; readonly field: string }
  | { readonly what: 'field-signed'; readonly field: string }
  | { readonly what: 'field-added'; readonly field: string }
  | { readonly what: 'gap-filled'; readonly object: number }
  | { readonly what: 'object'; readonly object: number; readonly type: string | null }
  | { readonly what: 'nothing-permitted' };

/** What a change after a signature comes to. */
export type Effect =
  | { readonly kind: 'filled'; readonly field: string; readonly value: string }
  | { readonly kind: 'signed'; readonly field: string }
  | { readonly kind: 'properties' }
  | { readonly kind: 'validation-data' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function refused(refusal: Refusal): readonly Effect[] {
  return [{ kind: 'refused', refusal }];
}

/** The refusal of a change to an object that plays no part which may change. */
export function withoutPart(object: number, type: string | null): readonly Effect[] {
  return refused(type === 'Pages' ? { what: 'page-tree' } : { what: 'object', object, type });
}
