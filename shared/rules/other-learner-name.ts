import { type NameWord, namePartsOf, wordsOf } from './name-parts.ts';
import { isOrdinaryName } from './ordinary-names.ts';

/** A learner whose name may stand in a text. */
export type OtherLearner = { readonly name: string; readonly registrationNumber: string };

/** A name that was found in a text, as it is written there. */
export type NameFound = { readonly words: string; readonly learner: OtherLearner };

/** How many words may stand between the parts of a full name: "Amira N. Okafor". */
const BETWEEN = 2;
/** What follows an author's name: "Okafor (2019)", "Okafor et al". */
const CITED = /^(?: et al\b| and [\p{Lu}][\p{L}'’-]+)?[.,]? ?\(?(?:18|19|20)\d\d\b|^ et al\b/u;

/**
 * The names of other learners in a text, each learner once. A full name counts in any case; a family name by itself only
 * with a capital, where it is no ordinary word and no author that is cited. `own` are the names that belong on the
 * sheet: a word of theirs names nobody else.
 */
export function otherLearnersNamed(
  text: string,
  others: readonly OtherLearner[],
  own: readonly string[],
): readonly NameFound[] {
  const words = wordsOf(text);
  const ours = new Set(own.flatMap((name) => wordsOf(name).map((one) => one.folded)));
  const places = new Map<string, number[]>();
  for (const [at, { folded }] of words.entries()) places.set(folded, [...(places.get(folded) ?? []), at]);
  const found = others.flatMap((learner): (NameFound & { readonly whole: boolean; readonly at: number })[] => {
    const { family, given } = namePartsOf(learner.name);
    const standing = places.get(family) ?? [];
    for (const at of standing) {
      const from = wholeName(words, at, given, ours);
      if (from !== null) return [{ learner, words: written(words, from, at), whole: true, at }];
    }
    if (isOrdinaryName(family) || ours.has(family)) return [];
    const alone = standing.find((at) => isAlone(text, words, at));
    return alone === undefined ? [] : [{ learner, words: written(words, alone, alone), whole: false, at: alone }];
  });
  // Who is named in full is not also taken for everybody of the family.
  const whole = new Set(found.filter((one) => one.whole).map((one) => one.at));
  const alone = new Set<string>();
  return found
    .filter((one) => one.whole || (!whole.has(one.at) && !alone.has(one.words) && alone.add(one.words)))
    .map(({ words: said, learner }) => ({ words: said, learner }));
}

/** Where the rest of a full name stands, near its family name; null where it does not. */
function wholeName(
  words: readonly NameWord[],
  at: number,
  given: readonly string[],
  ours: ReadonlySet<string>,
): number | null {
  const family = words[at];
  if (!family) return null;
  for (let near = Math.max(0, at - BETWEEN - 1); near <= at + 1; near += 1) {
    const first = words[near];
    if (!first || near === at || !given.includes(first.folded)) continue;
    if (ours.has(first.folded) && ours.has(family.folded)) continue;
    const bothOrdinary = isOrdinaryName(first.folded) && isOrdinaryName(family.folded);
    if (!bothOrdinary || (hasCapital(first.written) && hasCapital(family.written))) return near;
  }
  return null;
}

function isAlone(text: string, words: readonly NameWord[], at: number): boolean {
  const word = words[at];
  if (!word || !hasCapital(word.written)) return false;
  return !CITED.test(text.slice(word.behind, word.behind + 40).replace(/\s+/gu, ' '));
}

/** True for a word that begins with no small letter; scripts without capitals have none. */
function hasCapital(word: string): boolean {
  return !/^\p{Ll}/u.test(word);
}

function written(words: readonly NameWord[], one: number, other: number): string {
  const between = words.slice(Math.min(one, other), Math.max(one, other) + 1);
  return between.map((word) => word.written).join(' ');
}
