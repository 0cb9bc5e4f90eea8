import type { LearnerRow } from '../../../shared/api/contract.ts';
import { isSameNumber } from '../../../shared/model/registration-number.ts';
import { call } from '../../api/call.ts';

/** The learner who has this registration number, however it is typed. */
export async function learnerByNumber(number: string): Promise<LearnerRow | undefined> {
  const reply = await call('learners.list', { search: number, limit: 20 });
  return reply.ok ? reply.value.rows.find((row) => isSameNumber(row.registrationNumber, number)) : undefined;
}
