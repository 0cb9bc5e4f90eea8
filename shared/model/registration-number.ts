/**
 * What tells one registration number from another: no case, and no difference between forms of the same character (full
 * width, composed or not). Two numbers with one key are one learner's.
 */
export function registrationKey(number: string): string {
  // Lower case alone leaves ß, and upper case alone leaves ẞ.
  const folded = number.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  // A sigma at the end of a word is written differently, and means the same.
  return folded.replaceAll('ς', 'σ').normalize('NFKC');
}

export function isSameNumber(one: string, other: string): boolean {
  return registrationKey(one) === registrationKey(other);
}
