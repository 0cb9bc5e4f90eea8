import type { SchemeRule, SchemeSection } from './pack.ts';

/**
 * A section's heading as a record of criteria met prints it: with the number of the learning outcome that its criteria
 * belong to, as the criteria that they answer are numbered. As the scheme has it where they belong to several outcomes,
 * where the heading says the number itself, and under every other rule.
 */
export function printedHeading(rule: SchemeRule, { heading, criteria }: SchemeSection): string {
  if (rule.kind !== 'criteria-met') return heading;
  const answers = criteria.flatMap((one) => one.answers);
  const outcomes = new Map(answers.map(({ unit, criterion }) => [`${unit} ${outcomeOf(criterion)}`, criterion]));
  const [criterion, ...others] = outcomes.values();
  if (criterion === undefined || others.length > 0) return heading;
  const number = outcomeOf(criterion);
  return new RegExp(`^${number}(?!\\d)`).test(heading) ? heading : `${number} ${heading}`;
}

/** "2" of "2.3". */
function outcomeOf(criterion: string): string {
  return criterion.split('.')[0] ?? criterion;
}
