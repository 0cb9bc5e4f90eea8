import type { Pack } from '../../../shared/model/pack.ts';
import { notesFor, type Place, placeName } from './places.ts';

/** Places whose words hold the query, each with how often. Empty where nothing is looked for. */
export function searchPack(pack: Pack, places: readonly Place[], query: string): ReadonlyMap<string, number> {
  const wanted = query.trim().toLowerCase();
  const found = new Map<string, number>();
  if (wanted === '') return found;
  for (const place of places) {
    const text = wordsOf(pack, place).toLowerCase();
    const times = text.split(wanted).length - 1;
    if (times > 0) found.set(place.id, times);
  }
  return found;
}

function wordsOf(pack: Pack, place: Place): string {
  const texts: string[] = [placeName(place)];
  collect(dataOf(pack, place), texts);
  collect(notesFor(pack, place), texts);
  return texts.join('\n');
}

function dataOf(pack: Pack, place: Place): unknown {
  switch (place.kind) {
    case 'pack':
      return [pack.title, pack.sources];
    case 'qualification':
      return place.qualification;
    case 'unit':
      return place.unit;
    case 'assessment':
      return [place.assessment.brief, place.assessment.scheme];
  }
}

/** Keys whose values are codes or kinds, not words that anybody reads. */
const NOT_READ = new Set(['kind', 'id', 'code', 'about', 'qualification', 'form', 'answers']);

function collect(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (Array.isArray(value)) for (const one of value) collect(one, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (key === 'reading') collect(Reflect.get(Object(one), 'found'), into);
      else if (!NOT_READ.has(key)) collect(one, into);
    }
  }
}
