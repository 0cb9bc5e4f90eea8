import { err, ok, type Result } from '../lib/result.ts';

/** Why bytes cannot be read. */
export type Problem =
  | 'ends-early'
  | 'syntax'
  | 'too-deep'
  | 'too-much'
  | 'cross-reference'
  | 'compression'
  | 'newer'
  | 'font';

/** Raised by the readers from deep inside and turned into a value by `reading`; it never leaves this folder. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

/** Runs a reader over bytes that nobody vouches for. Anything but Unreadable is a bug and passes through. */
export function reading<T>(read: () => T): Result<T, Problem> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Unreadable) return err(error.problem);
    throw error;
  }
}
