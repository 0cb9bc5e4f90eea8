import type { Scheme } from '../../model/pack.ts';
import { type Found, type Path, repeats } from './finding.ts';

/** Descriptors stand in the columns of the scheme's levels: as many as there are levels, and no levels without any. */
export function levelFindings({ levels, sections }: Scheme, path: Path): readonly Found[] {
  const described = sections.flatMap((section, s) =>
    section.criteria.flatMap(({ descriptors }, c) =>
      descriptors ? [{ many: descriptors.length, path: [...path, 'sections', s, 'criteria', c, 'descriptors'] }] : [],
    ),
  );
  if (!levels) return described.map((one) => layout(one.path, 'Describes levels that the scheme does not name.'));
  return [
    ...repeats(levels.map((value, at) => ({ value, path: [...path, 'levels', at] }))),
    ...(described.length === 0 ? [layout([...path, 'levels'], 'No criterion says what these levels look like.')] : []),
    ...described
      .filter((one) => one.many !== levels.length)
      .map((one) => layout(one.path, `${one.many} descriptors for ${levels.length} levels.`)),
  ];
}

function layout(path: Path, message: string): Found {
  return { code: 'layout', path, message };
}
