import { err, ok, type Result } from '../lib/result.ts';

export type MarkFault = 'not-a-whole-number' | 'negative' | 'above-available';

/**
 * Reads a mark as typed: digits only, a whole number from 0 to `available`. An empty text is no mark (null), which is
 * not a zero. `1e1`, `12.5`, `+5` and `５` are refused: what is saved is what was typed.
 */
export function readMark(typed: string, available: number): Result<number | null, MarkFault> {
  const text = typed.trim();
  if (text === '') return ok(null);
  if (/^-\d+$/.test(text)) return err('negative');
  if (!/^\d+$/.test(text)) return err('not-a-whole-number');
  const mark = Number(text);
  return mark > available ? err('above-available') : ok(mark);
}
