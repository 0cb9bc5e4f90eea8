import { foldForSearch } from '../lib/fold-for-search.ts';

/** Forms of address, which are nobody's name. */
const ADDRESS = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|revd)\.?$/iu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\u2010-\u2012-][\p{L}\p{M}\p{N}]+)*/gu;

/** A word of a text as it is written, and folded for comparing; `behind` is where the text goes on. */
export type NameWord = { readonly written: string; readonly folded: string; readonly behind: number };

/** A name's words, folded for comparing: the one that the family is known by, and the others. */
export type NameParts = { readonly family: string; readonly given: readonly string[] };

export function isAddress(word: string): boolean {
  return ADDRESS.test(word);
}

/** A name without what stands in brackets behind it. */
export function withoutRemarks(name: string): string {
  return name
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a text, one with an apostrophe or a hyphen whole, without the s of "Okafor's". */
export function wordsOf(text: string): readonly NameWord[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    const written = found.replace(/['’]s$/iu, '');
    return { written, folded: foldForSearch(written), behind: index + found.length };
  });
}

/**
 * "Amira Okafor (demo)" and "Okafor, Amira" are of the family okafor. The last word counts where there is no comma: whose
 * family name stands first is found by the other word, and its own name is still whole. Initials are no given names.
 */
export function namePartsOf(name: string): NameParts {
  const bare = withoutRemarks(name) || name;
  const [first = '', second = ''] = bare.split(/[,،、]/u, 2);
  const words = (text: string) => wordsOf(text).filter(({ written }) => !isAddress(written));
  const family = words(second === '' ? bare : first).at(-1);
  const given = words(bare).filter(({ written, folded }) => folded !== family?.folded && [...written].length > 1);
  return { family: family?.folded ?? '', given: given.map((one) => one.folded) };
}
