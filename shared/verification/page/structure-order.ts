import { catalogOf } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, integerOf, type PdfValue } from '../pdf/value.ts';
import { Unreadable } from '../unreadable.ts';

/** A piece of marked content, by the page's object number and its own. */
export type MarkPlace = { readonly page: number; readonly mark: number };

type Open = { readonly value: PdfValue; readonly page: number | null; readonly depth: number };

const MOST = 500_000;
const DEEPEST = 256;

/**
 * The order in which a document's structure reads its marked content: a cell that runs on over pages is one text there,
 * while the pages have it in pieces. Null for a document without a structure.
 */
export function readStructureOrder(file: PdfFile, revision: Revision): readonly MarkPlace[] | null {
  const root = entry(catalogOf(file, revision), 'StructTreeRoot');
  if (root.kind !== 'ref') return null;
  const order: MarkPlace[] = [];
  const seen = new Set<number>();
  const open: Open[] = [{ value: root, page: null, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > DEEPEST || order.length > MOST || seen.size > MOST) throw new Unreadable('too-much');
    const { value, page, depth } = next;
    if (value.kind === 'ref') {
      if (seen.has(value.number)) throw new Unreadable('syntax');
      seen.add(value.number);
    }
    const found = file.resolve(revision, value);
    const mark = integerOf(found);
    if (mark !== null && page !== null) order.push({ page, mark });
    if (found.kind === 'array') {
      for (const item of found.items.toReversed()) open.push({ value: item, page, depth: depth + 1 });
    }
    if (found.kind !== 'dict') continue;
    const own = entry(found, 'Pg');
    const within = own.kind === 'ref' ? own.number : page;
    const content = integerOf(entry(found, 'MCID'));
    if (content !== null && within !== null) order.push({ page: within, mark: content });
    else if (found.entries.has('K')) open.push({ value: entry(found, 'K'), page: within, depth: depth + 1 });
  }
  return order;
}
