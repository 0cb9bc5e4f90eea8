import { isAddress, withoutRemarks } from './name-parts.ts';

/** What the placeholders of a statement stand for on one sheet. */
export type PlaceholderValues = {
  /** The learner's name as registered. */
  readonly learner: string;
  /** Codes of the units assessed. */
  readonly units: readonly string[];
};

export const PLACEHOLDERS = ['{first name}', '{learner}', '{unit}'] as const;

const FIRST_NAME = /\{first\s+name\}/giu;
const LEARNER = /\{learner\}/giu;
const UNIT = /\{unit\}/giu;
const INITIALS = /^(?:\p{Lu}\p{M}*\.)*\p{Lu}\p{M}*\.?$/u;

/** A statement as it is written into a sheet. What is in braces and is no placeholder stays as it stands. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  const { learner, units } = values;
  return text
    .replace(FIRST_NAME, () => firstName(learner))
    .replace(LEARNER, () => learner)
    .replace(UNIT, () => listed(units));
}

/** The placeholders that were left in a text, as they stand there. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([FIRST_NAME, LEARNER, UNIT].flatMap((one) => text.match(one) ?? []))];
}

/**
 * The name to speak to a learner by. "Okafor, Amira" gives Amira, "Dr Amira Okafor (demo)" gives Amira; a name of one
 * word is itself, and so is a name that begins with initials only: nobody is called "R".
 */
export function firstName(name: string): string {
  const bare = withoutRemarks(name);
  const [family = '', given = ''] = bare.split(/\s*[,،、]\s*/u, 2);
  const words = (given === '' ? family : given).split(' ').filter((word) => word !== '' && !isAddress(word));
  const [first] = words;
  if (first === undefined) return name;
  return INITIALS.test(first) ? bare : first;
}

/** A phrase from a sheet with the learner's name put back into its placeholder; the phrase itself where it names nobody. */
export function namePlaceholders(text: string, learner: string): string {
  const first = firstName(learner);
  let named = text;
  for (const name of [learner, withoutRemarks(learner)]) {
    if (name !== first) named = named.replace(asWord(name), '{learner}');
  }
  return named.replace(asWord(first), '{first name}');
}

/** The name where it stands as a word of its own, written as it is: a mark is not Mark. */
function asWord(name: string): RegExp {
  if (name.trim() === '') return /(?!)/u;
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}{])${escaped(name)}(?![\\p{L}\\p{M}\\p{N}}])`, 'gu');
}

/** Only the signs that an expression reads, since others must not be escaped. */
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function listed(units: readonly string[]): string {
  return units.length < 2 ? (units[0] ?? '') : `${units.slice(0, -1).join(', ')} and ${units.at(-1)}`;
}
