/** Pieces of evidence by their numbers: "E1, E4", or "no evidence". */
export function evidenceList(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'no evidence' : numbers.map((number) => `E${number}`).join(', ');
}
