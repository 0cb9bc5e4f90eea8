import { catalogOf } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, itemsOf, type PdfValue } from '../pdf/value.ts';
import { reading } from '../unreadable.ts';

const MOST = 200_000;

/** Which page an object is, or belongs to as content; read when it is first asked for. */
export class PageNumbers {
  readonly #file: PdfFile;
  readonly #revision: Revision;
  #pages: ReadonlyMap<number, number> | null = null;

  constructor(file: PdfFile, revision: Revision) {
    this.#file = file;
    this.#revision = revision;
  }

  /** Counted from 1; null where the tree of pages does not tell. */
  of(object: number): number | null {
    if (this.#pages === null) {
      const read = reading(() => readPageNumbers(this.#file, this.#revision));
      this.#pages = read.ok ? read.value : new Map();
    }
    return this.#pages.get(object) ?? null;
  }
}

function readPageNumbers(file: PdfFile, revision: Revision): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const seen = new Set<number>();
  const open: PdfValue[] = [entry(catalogOf(file, revision), 'Pages')];
  let page = 0;
  for (let next = open.pop(); next !== undefined && seen.size < MOST; next = open.pop()) {
    if (next.kind !== 'ref' || seen.has(next.number)) continue;
    seen.add(next.number);
    const node = file.dict(revision, next);
    if (node.entries.has('Kids')) {
      for (const kid of itemsOf(file.resolve(revision, entry(node, 'Kids'))).toReversed()) open.push(kid);
      continue;
    }
    page += 1;
    const contents = entry(node, 'Contents');
    for (const one of [next, contents, ...itemsOf(contents)]) {
      if (one.kind === 'ref' && !numbers.has(one.number)) numbers.set(one.number, page);
    }
  }
  return numbers;
}
