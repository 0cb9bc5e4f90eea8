export type PackFindingCode =
  | 'size' // more than a pack may hold
  | 'text' // markup, or characters that do not show
  | 'schema' // a field is missing, unknown or of the wrong kind
  | 'duplicate' // an id, code or number that must be the only one of its kind
  | 'reference' // points at something that is not there
  | 'marks' // marks that the rule cannot work with
  | 'word-count' // a range that no script fits
  | 'reading' // words lost in the source that are not marked, or marked and said to be there
  | 'layout' // a pattern or a table that cannot be printed
  | 'combination'; // a rule that no set of units can meet

export type Path = readonly PropertyKey[];

/** A finding before its place is put into words. */
export type Found = { readonly code: PackFindingCode; readonly path: Path; readonly message: string };

/** A finding for every item whose `key` an earlier item has. */
export function repeated<K extends string>(
  items: readonly { readonly [P in K]: string }[],
  key: K,
  path: Path,
): readonly Found[] {
  return repeats(items.map((item, at) => ({ value: item[key], path: [...path, at, key] })));
}

/** A finding for every value that stood before. */
export function repeats(items: readonly { readonly value: string; readonly path: Path }[]): readonly Found[] {
  const seen = new Set<string>();
  return items.flatMap(({ value, path }): readonly Found[] => {
    if (seen.has(value)) return [{ code: 'duplicate', path, message: `“${value}” stands here a second time.` }];
    seen.add(value);
    return [];
  });
}

/** A set, or a map of what is known of each. */
type Known = { readonly has: (value: string) => boolean };

/** A finding if `value` is not among `known`. */
export function unknown(kind: string, value: string, known: Known, path: Path): readonly Found[] {
  return known.has(value) ? [] : [{ code: 'reference', path, message: `There is no ${kind} “${value}”.` }];
}
