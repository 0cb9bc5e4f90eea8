import type { LearnerRow } from '../../../shared/api/contract.ts';
import { call } from '../../api/call.ts';

/** The learner who has this very registration number. */
export async function learnerByNumber(number: string): Promise<LearnerRow | undefined> {
  const reply = await call('learners.list', { search: number, limit: 20 });
  return reply.ok ? reply.value.rows.find((row) => row.registrationNumber === number) : undefined;
}
