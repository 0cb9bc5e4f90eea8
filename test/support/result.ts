import type { Result } from '../../shared/lib/result.ts';

/** The value of what is expected to have gone well; throws with the error where it did not. */
export function answer<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a value, got ${JSON.stringify(result.error)}`);
}

/** The error of what is expected to have been refused; throws where it was not. */
export function refusal<T, E>(result: Result<T, E>): E {
  if (!result.ok) return result.error;
  throw new Error('Expected a refusal, got a value');
}

/** A value that a test has put there itself. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Expected something, got nothing');
  return value;
}
