import type { Scheme } from '../model/pack.ts';

/** A section as a sentence names it: “2 Recommendations”. */
export function sectionName(scheme: Scheme, section: string): string {
  const index = scheme.sections.findIndex((one) => one.id === section);
  const found = scheme.sections[index];
  return found ? `“${index + 1} ${found.heading}”` : `“${section}”`;
}
