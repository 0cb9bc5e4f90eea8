const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The order of two cells of a column: numbers by size, words as a register has them, digits in words by their value. */
export function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
