import { Unreadable } from '../unreadable.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Revision } from './revision.ts';
import { textOf } from './text-string.ts';
import { entry, itemsOf, nameOf, type PdfDict, type PdfValue } from './value.ts';

/** A node of a form's tree: a field, a group of fields or a widget of one. */
export type FormNode = {
  readonly number: number;
  /** Fully qualified, as the file has it. */
  readonly name: string;
  /** `Tx`, `Btn`, `Ch` or `Sig`, inherited where it is not its own. */
  readonly type: string | null;
  readonly dict: PdfDict;
};

type Open = {
  readonly value: PdfValue;
  readonly depth: number;
  readonly name: string;
  readonly type: string | null;
};

const MOST = 50_000;
const DEEPEST = 32;
/** Characters of a fully qualified name. */
const LONGEST = 4096;

export function catalogOf(file: PdfFile, revision: Revision): PdfDict {
  return file.dict(revision, entry(revision.trailer, 'Root'));
}

/** All nodes of a revision's form by object number. A tree that meets itself is Unreadable. */
export function readFormFields(file: PdfFile, revision: Revision): ReadonlyMap<number, FormNode> {
  const form = file.dict(revision, entry(catalogOf(file, revision), 'AcroForm'));
  const roots = itemsOf(file.resolve(revision, entry(form, 'Fields')));
  const nodes = new Map<number, FormNode>();
  const open: Open[] = roots.map((value) => ({ value, depth: 0, name: '', type: null }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (value.kind !== 'ref' || nodes.has(value.number)) throw new Unreadable('syntax');
    if (nodes.size >= MOST || depth > DEEPEST) throw new Unreadable('too-much');
    const dict = file.dict(revision, value);
    const part = textOf(entry(dict, 'T'));
    const name = part === null ? next.name : next.name === '' ? part : `${next.name}.${part}`;
    if (name.length > LONGEST) throw new Unreadable('too-much');
    const type = nameOf(entry(dict, 'FT')) ?? next.type;
    nodes.set(value.number, { number: value.number, name, type, dict });
    for (const kid of itemsOf(file.resolve(revision, entry(dict, 'Kids')))) {
      open.push({ value: kid, depth: depth + 1, name, type });
    }
  }
  return nodes;
}
