import type { ProgressRow } from '../../shared/api/contract.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Digest } from '../../shared/model/ids.ts';
import { call } from '../api/call.ts';
import { createListStore } from './list.ts';

export type ProgressQuery = {
  /** The qualification shown; null before one is. */
  readonly of: { readonly pack: Digest; readonly qualification: string } | null;
  readonly search: string;
};

/** Everybody enrolled for a qualification, with how far they have come. */
export const useProgress = createListStore<ProgressRow, ProgressQuery>(
  { of: null, search: '' },
  (query, offset, limit) =>
    query.of
      ? call('enrolments.progress', { ...query.of, ...(query.search ? { search: query.search } : {}), offset, limit })
      : Promise.resolve(ok({ total: 0, rows: [] })),
);
