import type { Highlight } from '../../../shared/model/highlight.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';

type ByPlace = ReadonlyMap<string, readonly Highlight[]>;

const NONE: readonly Highlight[] = [];
/** Sorted once for each list, so that a page that is drawn looks at its own highlights and no others. */
const sorted = new WeakMap<readonly Highlight[], ByPlace>();

/** The highlights of one page of a file; of the whole file where `page` is null and it has no pages to tell. */
export function highlightsOn(list: readonly Highlight[], script: ScriptId, page: number | null): readonly Highlight[] {
  const known = sorted.get(list) ?? sort(list);
  sorted.set(list, known);
  return known.get(keyOf(script, page)) ?? NONE;
}

function sort(list: readonly Highlight[]): ByPlace {
  const byPlace = new Map<string, Highlight[]>();
  for (const highlight of list) {
    const { script, anchor } = highlight;
    const key = keyOf(script, anchor.kind === 'docx' ? null : anchor.page);
    const there = byPlace.get(key);
    if (there) there.push(highlight);
    else byPlace.set(key, [highlight]);
  }
  return byPlace;
}

function keyOf(script: ScriptId, page: number | null): string {
  return `${script} ${page ?? ''}`;
}
