import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { textOf } from '../pdf/text-string.ts';
import { entry, integerOf, itemsOf, nameOf, type PdfDict } from '../pdf/value.ts';

/** DocMDP: 1 nothing, 2 filling in and signing, 3 comments too (which are refused here all the same). */
export type Permission = 1 | 2 | 3;

/** Fields that must stay as they are (FieldMDP). A name stands for everything under it as well. */
export type Lock =
  | { readonly kind: 'all' }
  | { readonly kind: 'only'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'all-but'; readonly names: ReadonlySet<string> };

const DEEPEST = 64;

/** What a signature says may still happen to the document; null where it says nothing. */
export function permissionOf(file: PdfFile, revision: Revision, signature: PdfDict): Permission | null {
  const [parameters] = transforms(file, revision, signature, 'DocMDP');
  if (!parameters) return null;
  const permission = integerOf(file.resolve(revision, entry(parameters, 'P')));
  return permission === 1 || permission === 3 ? permission : 2;
}

/** The locks that a signature sets, and those that its field asked for. */
export function locksOf(file: PdfFile, revision: Revision, signature: PdfDict, field: PdfDict): readonly Lock[] {
  const asked = file.dict(revision, entry(field, 'Lock'));
  return [...transforms(file, revision, signature, 'FieldMDP'), asked].flatMap((one) => lockOf(file, revision, one));
}

export function isLocked(locks: readonly Lock[], name: string): boolean {
  return locks.some((lock) => {
    if (lock.kind === 'all') return true;
    const named = withParents(name).some((one) => lock.names.has(one));
    return lock.kind === 'only' ? named : !named;
  });
}

/** "a.b.c", "a.b" and "a". */
function withParents(name: string): readonly string[] {
  const names = [name];
  for (let at = name.lastIndexOf('.'); at > 0 && names.length < DEEPEST; at = name.lastIndexOf('.', at - 1)) {
    names.push(name.slice(0, at));
  }
  return names;
}

function lockOf(file: PdfFile, revision: Revision, parameters: PdfDict): readonly Lock[] {
  const items = itemsOf(file.resolve(revision, entry(parameters, 'Fields')));
  const names = new Set(items.flatMap((item) => textOf(file.resolve(revision, item)) ?? []));
  switch (nameOf(file.resolve(revision, entry(parameters, 'Action')))) {
    case 'All':
      return [{ kind: 'all' }];
    case 'Include':
      return [{ kind: 'only', names }];
    case 'Exclude':
      return [{ kind: 'all-but', names }];
    default:
      return [];
  }
}

function transforms(file: PdfFile, revision: Revision, signature: PdfDict, method: string): readonly PdfDict[] {
  return itemsOf(file.resolve(revision, entry(signature, 'Reference')))
    .map((item) => file.dict(revision, item))
    .filter((one) => nameOf(file.resolve(revision, entry(one, 'TransformMethod'))) === method)
    .map((one) => file.dict(revision, entry(one, 'TransformParams')));
}
