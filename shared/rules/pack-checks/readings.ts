import { LOST, type Pack, type Reading, type TextBlock, type Unit } from '../../model/pack.ts';
import type { Found, Path } from './finding.ts';

/** Wording that says it was lost and has no mark for it, or has the mark and says nothing; finds that are not there. */
export function readingFindings(pack: Pack): readonly Found[] {
  return pack.units.flatMap((unit, at) => inUnit(unit, ['units', at]));
}

function inUnit(unit: Unit, path: Path): readonly Found[] {
  return [
    ...judge(unit.title, unit.reading, path),
    ...unit.outcomes.flatMap((outcome, o) => [
      ...judge(outcome.text, outcome.reading, [...path, 'outcomes', o]),
      ...outcome.criteria.flatMap((criterion, c) =>
        judge(criterion.text, criterion.reading, [...path, 'outcomes', o, 'criteria', c]),
      ),
    ]),
    ...(unit.advice ?? []).flatMap((one, at) => judge(wordsIn(one.blocks), one.reading, [...path, 'advice', at])),
  ];
}

function judge(words: string, reading: Reading | undefined, path: Path): readonly Found[] {
  const lost = reading?.wording === 'lost';
  if (lost && !words.includes(LOST)) return [finding(path, `Lost words are not marked by ${LOST}.`)];
  if (!lost && words.includes(LOST)) return [finding(path, `${LOST} stands in a wording that is not lost.`)];
  if (reading && reading.wording !== 'lost' && reading.found.length === 0)
    return [finding(path, 'Does not say what was found.')];
  return [];
}

function wordsIn(blocks: readonly TextBlock[]): string {
  return blocks.map((block) => `${block.text} ${wordsIn(block.items ?? [])}`).join(' ');
}

function finding(path: Path, message: string): Found {
  return { code: 'reading', path: [...path, 'reading'], message };
}
