/** Letters that no accent can be taken off, as they are typed where a keyboard has not got them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

/** How names, numbers and words are compared when finding: no case, no accents, one kind of apostrophe. */
export function foldForSearch(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bb\u02bc`\u00b4]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđðħæœþς]/g, (letter) => PLAIN[letter] ?? letter);
}
