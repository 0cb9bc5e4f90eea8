import { Unreadable } from '../unreadable.ts';
import { catalogOf } from './form-fields.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Revision } from './revision.ts';
import { textOf } from './text-string.ts';
import { entry, itemsOf, type PdfDict, type PdfValue } from './value.ts';

/** Files that a PDF carries, by name; null for a name that stands for different files. */
export type PdfAttachments = ReadonlyMap<string, Uint8Array | null>;

const MOST = 1000;
const DEEPEST = 16;

/**
 * The files of the given names that a revision lists as embedded or as associated with the document. Both lists count,
 * since one program shows the one and another the other.
 */
export function readAttachments(file: PdfFile, revision: Revision, wanted: ReadonlySet<string>): PdfAttachments {
  const catalog = catalogOf(file, revision);
  const names = file.dict(revision, entry(catalog, 'Names'));
  const specifications = [
    ...itemsOf(file.resolve(revision, entry(catalog, 'AF'))),
    ...treeValues(file, revision, entry(names, 'EmbeddedFiles')),
  ];
  if (specifications.length > MOST) throw new Unreadable('too-much');
  const streams = new Map<string, Set<number>>();
  for (const value of specifications) {
    const specification = file.dict(revision, value);
    const called = ['UF', 'F'].flatMap((key) => textOf(file.resolve(revision, entry(specification, key))) ?? []);
    for (const name of called.filter((one) => wanted.has(one))) {
      const numbers = streams.get(name) ?? new Set();
      for (const number of streamsOf(file, revision, specification)) numbers.add(number);
      streams.set(name, numbers);
    }
  }
  const found = new Map<string, Uint8Array | null>();
  for (const [name, numbers] of streams) {
    const [number, ...more] = numbers;
    found.set(name, number === undefined || more.length > 0 ? null : file.decodedStream(revision, number));
  }
  return found;
}

/** What a specification embeds, whatever system it is for. */
function streamsOf(file: PdfFile, revision: Revision, specification: PdfDict): readonly number[] {
  const embedded = file.dict(revision, entry(specification, 'EF'));
  return [...embedded.entries.values()].flatMap((one) => (one.kind === 'ref' ? one.number : []));
}

/** The values of a name tree, in order. */
function treeValues(file: PdfFile, revision: Revision, root: PdfValue): readonly PdfValue[] {
  const values: PdfValue[] = [];
  const open: { readonly value: PdfValue; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    seen += 1;
    if (next.depth > DEEPEST || seen > MOST) throw new Unreadable('too-deep');
    const node = file.dict(revision, next.value);
    const pairs = itemsOf(file.resolve(revision, entry(node, 'Names')));
    for (let at = 1; at < pairs.length; at += 2) {
      const value = pairs[at];
      if (value) values.push(value);
    }
    for (const kid of itemsOf(file.resolve(revision, entry(node, 'Kids')))) {
      open.push({ value: kid, depth: next.depth + 1 });
    }
  }
  return values;
}
