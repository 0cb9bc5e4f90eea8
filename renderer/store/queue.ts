import type { AttemptRow } from '../../shared/api/contract.ts';
import type { AttemptState } from '../../shared/model/submission.ts';
import { call } from '../api/call.ts';
import { createListStore } from './list.ts';

export type QueueQuery = { readonly state: AttemptState | null; readonly search: string };

/** The attempts of the workspace, as the queue asks for them. */
export const useQueue = createListStore<AttemptRow, QueueQuery>({ state: null, search: '' }, (query, offset, limit) =>
  call('attempts.list', {
    ...(query.state ? { state: query.state } : {}),
    ...(query.search ? { search: query.search } : {}),
    offset,
    limit,
  }),
);
