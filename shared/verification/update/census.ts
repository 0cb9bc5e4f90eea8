import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, itemsOf, nameOf, type PdfValue } from '../pdf/value.ts';
import { Unreadable } from '../unreadable.ts';

/** Who refers to what in a revision. */
export type Census = {
  /** How often each number is referred to, of objects that do not exist too. */
  readonly references: ReadonlyMap<number, number>;
  /** Arrays that a page names as its annotations. */
  readonly annotationArrays: ReadonlySet<number>;
  /** Streams that a page names as its content. */
  readonly pageContents: ReadonlySet<number>;
};

const MOST = 4_000_000;

/**
 * Reads every object of a revision. An update may then fill in nothing that the signed document already refers to,
 * and may replace in place only what has a single, known user.
 */
export function takeCensus(file: PdfFile, revision: Revision): Census {
  const references = new Map<number, number>();
  const annotationArrays = new Set<number>();
  const pageContents = new Set<number>();
  for (const number of revision.places.keys()) {
    const { value } = file.object(revision, number);
    if (value.kind === 'dict' && nameOf(entry(value, 'Type')) === 'XRef') continue;
    countReferences(value, references);
    if (value.kind !== 'dict' || nameOf(entry(value, 'Type')) !== 'Page') continue;
    const annotations = entry(value, 'Annots');
    if (annotations.kind === 'ref') annotationArrays.add(annotations.number);
    const contents = entry(value, 'Contents');
    for (const one of [contents, ...itemsOf(contents)]) if (one.kind === 'ref') pageContents.add(one.number);
  }
  return { references, annotationArrays, pageContents };
}

/** True where the signed document refers to the object exactly once, so that its one user is known. */
export function hasOneUser(census: Census, number: number): boolean {
  return census.references.get(number) === 1;
}

function countReferences(value: PdfValue, references: Map<number, number>): void {
  const open: PdfValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'ref') references.set(next.number, (references.get(next.number) ?? 0) + 1);
    else if (next.kind === 'array') for (const item of next.items) open.push(item);
    else if (next.kind === 'dict') for (const item of next.entries.values()) open.push(item);
    if (references.size > MOST) throw new Unreadable('too-much');
  }
}
