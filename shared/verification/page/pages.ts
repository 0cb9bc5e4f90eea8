import { catalogOf } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, itemsOf, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { Unreadable } from '../unreadable.ts';

/** A page with the resources that it has or inherits. */
export type Page = { readonly number: number; readonly dict: PdfDict; readonly resources: PdfDict };

const MOST = 5000;
const DEEPEST = 32;

/** The pages of a revision in their order. A tree that meets itself is Unreadable. */
export function readPages(file: PdfFile, revision: Revision): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<number>();
  const open: { readonly value: PdfValue; readonly inherited: PdfValue; readonly depth: number }[] = [
    { value: entry(catalogOf(file, revision), 'Pages'), inherited: { kind: 'null' }, depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (value.kind !== 'ref' || seen.has(value.number)) throw new Unreadable('syntax');
    if (depth > DEEPEST || seen.size > MOST) throw new Unreadable('too-much');
    seen.add(value.number);
    const dict = file.dict(revision, value);
    const own = entry(dict, 'Resources');
    const inherited = own.kind === 'null' ? next.inherited : own;
    if (dict.entries.has('Kids')) {
      const kids = itemsOf(file.resolve(revision, entry(dict, 'Kids')));
      for (const kid of kids.toReversed()) open.push({ value: kid, inherited, depth: depth + 1 });
    } else pages.push({ number: value.number, dict, resources: file.dict(revision, inherited) });
  }
  return pages;
}

/** The content of a page, its streams as one. */
export function contentOf(file: PdfFile, revision: Revision, { dict }: Page): Uint8Array {
  const contents = entry(dict, 'Contents');
  const resolved = file.resolve(revision, contents);
  const streams = resolved.kind === 'array' ? resolved.items : contents.kind === 'null' ? [] : [contents];
  const parts = streams.map((one) => {
    if (one.kind !== 'ref') throw new Unreadable('syntax');
    return file.decodedStream(revision, one.number);
  });
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  return whole;
}
