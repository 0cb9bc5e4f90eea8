import type { LearnerRow } from '../../shared/api/contract.ts';
import { call } from '../api/call.ts';
import { createListStore } from './list.ts';

export type LearnersQuery = { readonly search: string };

/** The learners of the workspace, as the list asks for them. */
export const useLearners = createListStore<LearnerRow, LearnersQuery>({ search: '' }, (query, offset, limit) =>
  call('learners.list', { ...(query.search ? { search: query.search } : {}), offset, limit }),
);
