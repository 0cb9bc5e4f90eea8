import { catalogOf } from '../pdf/form-fields.ts';
import { entry, itemsOf, type PdfValue } from '../pdf/value.ts';
import type { Step } from './step.ts';

const MOST = 100_000;

/** The number of the page, from 1, that the object is or belongs to as content; null where the tree does not tell. */
export function pageNumberOf(step: Step, object: number): number | null {
  const { file, older } = step;
  const seen = new Set<number>();
  const open: PdfValue[] = [entry(catalogOf(file, older), 'Pages')];
  let page = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind !== 'ref' || seen.has(next.number) || seen.size > MOST) return null;
    seen.add(next.number);
    const node = file.dict(older, next);
    if (node.entries.has('Kids')) {
      open.push(...itemsOf(file.resolve(older, entry(node, 'Kids'))).toReversed());
      continue;
    }
    page += 1;
    const contents = entry(node, 'Contents');
    const own = [next, contents, ...itemsOf(contents)];
    if (own.some((one) => one.kind === 'ref' && one.number === object)) return page;
  }
  return null;
}
