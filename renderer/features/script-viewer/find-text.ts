/** A stretch of text as the surface holds it: one item of a PDF page, one text node of a document. */
export type Run = { readonly text: string; readonly endsLine: boolean };

/** Where something stands: the run, and the UTF-16 offset in it. */
export type Spot = { readonly run: number; readonly offset: number };
export type Match = { readonly start: Spot; readonly end: Spot };

/** Text made comparable, with the way back from each of its code units to the character it came from. */
export type Folded = {
  readonly text: string;
  readonly runs: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

const MARKS = /\p{M}+/gu;
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u00ad': '',
};

/**
 * Folds runs into one text: case and accents gone, typographic quotes and dashes plain, every run of white space and
 * every line's end one space. What a person types in the find field is folded the same way.
 */
export function fold(runs: readonly Run[]): Folded {
  const parts: string[] = [];
  const runOf: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let afterSpace = false;
  const push = (folded: string, run: number, start: number, end: number) => {
    if (folded === '' || (folded === ' ' && afterSpace)) return;
    afterSpace = folded === ' ';
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      runOf.push(run);
      starts.push(start);
      ends.push(end);
    }
  };
  runs.forEach((run, index) => {
    let offset = 0;
    for (const character of run.text) {
      push(foldCharacter(character), index, offset, offset + character.length);
      offset += character.length;
    }
    if (run.endsLine) push(' ', index, offset, offset);
  });
  return {
    text: parts.join(''),
    runs: Uint32Array.from(runOf),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

function foldCharacter(character: string): string {
  if (/\s/u.test(character)) return ' ';
  return PLAIN[character] ?? character.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** What is looked for, folded; empty where there is nothing to look for. */
export function foldQuery(typed: string): string {
  return fold([{ text: typed, endsLine: false }]).text.trim();
}

/** Every place of `query` (folded) in the text, first to last, none overlapping. */
export function findAll(folded: Folded, query: string): readonly Match[] {
  if (query === '') return [];
  const matches: Match[] = [];
  for (let at = folded.text.indexOf(query); at !== -1; at = folded.text.indexOf(query, at + query.length)) {
    const last = at + query.length - 1;
    matches.push({
      start: { run: folded.runs[at] ?? 0, offset: folded.starts[at] ?? 0 },
      end: { run: folded.runs[last] ?? 0, offset: folded.ends[last] ?? 0 },
    });
  }
  return matches;
}
