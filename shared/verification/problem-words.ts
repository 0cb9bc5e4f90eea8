import { assertNever } from '../lib/assert-never.ts';
import type { Problem } from './unreadable.ts';

/** Why something could not be read, as a part of a sentence. */
export function problemWords(problem: Problem): string {
  switch (problem) {
    case 'ends-early':
      return 'it ends before it should';
    case 'syntax':
      return 'it is not written by the standard';
    case 'too-deep':
      return 'it is nested too deeply';
    case 'too-much':
      return 'it asks for more reading than any honest file';
    case 'cross-reference':
      return 'its table of contents does not fit it';
    case 'compression':
      return 'its compressed parts cannot be unpacked';
    case 'newer':
      return 'it is of a form that this program does not know; a newer one may';
    case 'font':
      return 'it uses letters whose meaning the file does not tell';
    default:
      return assertNever(problem);
  }
}
