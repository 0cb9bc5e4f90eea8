import { LOST, type Pack, type Reading, type TextBlock, type Unit } from '../../shared/model/pack.ts';
import { printedBlocks } from './printed-pack.ts';
import { inOneLine } from './source-text.ts';

/** A numbered wording of a unit with how it was read. */
export type Read = {
  readonly unit: string;
  readonly what: 'unit' | 'outcome' | 'criterion' | 'advice';
  readonly number: string;
  readonly text: string;
  readonly how: 'found' | 'number given' | 'mended' | 'lost';
  /** What stands in the source, number and words in one, in as many pieces as it lies there. */
  readonly pieces: readonly string[];
  readonly reading: Reading | undefined;
};

/** Every unit, outcome, criterion and piece of advice of a pack, in its order. */
export function readUnits(pack: Pack): readonly Read[] {
  return pack.units.flatMap(readUnit);
}

export function readUnit(unit: Unit): readonly Read[] {
  const of = (what: Read['what'], number: string, text: string, reading: Reading | undefined): Read => ({
    ...{ unit: unit.number ?? unit.code, what, number, text, reading, how: howOf(reading) },
    pieces: reading ? reading.found : [inOneLine(`${number} ${text}`)],
  });
  return [
    of('unit', unit.number ?? '', unit.title, unit.reading),
    ...unit.outcomes.flatMap((outcome) => [
      of('outcome', outcome.number, outcome.text, outcome.reading),
      ...outcome.criteria.map((one) => of('criterion', one.number, one.text, one.reading)),
    ]),
    ...(unit.advice ?? []).map((one) => of('advice', one.criteria.join('/'), words(one.blocks), one.reading)),
  ];
}

/** One line for one wording: number, words, and both texts where they differ. */
export function lineFor({ unit, what, number, text, how, pieces }: Read): string {
  const found = pieces.length === 0 ? 'nothing' : pieces.map((piece) => `“${piece}”`).join(' + ');
  return `${unit}, ${what} ${number}, ${how}: ${text}${how === 'found' ? '' : `; in the source ${found}`}`;
}

/** Letters of a wording that what was found does not have. */
export function lettersAdded(text: string, pieces: readonly string[]): string {
  const left = [...pieces.join(' ')];
  return [...text.replaceAll(LOST, '').replace(/\s/g, '')]
    .filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

/** What a stretch of the source holds beyond these pieces, each taken out once, the longest first; null where one is not there. */
export function leftOver(source: string, pieces: readonly string[]): readonly string[] | { readonly missing: string } {
  let left = source;
  for (const piece of pieces.toSorted((a, b) => b.length - a.length)) {
    const at = left.indexOf(piece);
    if (at < 0) return { missing: piece };
    left = `${left.slice(0, at)}\n${left.slice(at + piece.length)}`;
  }
  return left
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function words(blocks: readonly TextBlock[]): string {
  return printedBlocks(blocks).join(' ');
}

function howOf(reading: Reading | undefined): Read['how'] {
  if (!reading) return 'found';
  if (reading.wording === 'found') return reading.number === 'given' ? 'number given' : 'found';
  return reading.wording;
}
