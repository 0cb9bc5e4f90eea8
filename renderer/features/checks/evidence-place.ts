/** The place of a piece of evidence in the list below the sections. */
export function evidencePlace(number: number): string {
  return `checked-evidence-${number}`;
}

/** Brings a piece of evidence into sight, and the keyboard with it. */
export function showEvidence(number: number): void {
  document.getElementById(evidencePlace(number))?.focus();
}
