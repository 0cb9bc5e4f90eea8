import { FEEDBACK_LIMIT } from '../../../shared/api/limits.ts';

/** What is wrong with a text: that it is too long to be kept, or why it was refused. Null where nothing is. */
export function textTrouble(length: number, refused: string | null): string | null {
  if (length <= FEEDBACK_LIMIT) return refused;
  const over = (length - FEEDBACK_LIMIT).toLocaleString('en-GB');
  return `This is ${over} characters longer than a field takes, so it is not saved. What was saved before is unchanged. Shorten it.`;
}
