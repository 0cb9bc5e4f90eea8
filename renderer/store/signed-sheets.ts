import type { AttemptRow } from '../../shared/api/contract.ts';
import { call } from '../api/call.ts';
import { createListStore } from './list.ts';

export type SignedQuery = { readonly search: string };

/** The signed attempts, as the exports dialog asks for them. */
export const useSignedSheets = createListStore<AttemptRow, SignedQuery>({ search: '' }, (query, offset, limit) =>
  call('attempts.list', { state: 'signed', ...(query.search ? { search: query.search } : {}), offset, limit }),
);
