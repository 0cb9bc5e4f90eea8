import { assertNever } from '../lib/assert-never.ts';
import type { Refusal } from './update/effect.ts';

/** What a change did that it was not allowed to, as a part of a sentence. */
export function sentenceForRefusal(refusal: Refusal): string {
  switch (refusal.what) {
    case 'not-an-update':
      return 'they are not an update that every reader would read alike';
    case 'trailer':
      return 'the file’s trailer points elsewhere or gives it another identity';
    case 'catalog':
      return `the document’s own settings were changed (${refusal.key})`;
    case 'form':
      return `the form was changed (${refusal.key})`;
    case 'properties':
      return refusal.key === null
        ? 'the document’s properties, such as its title and author, were replaced, and cannot be read to compare them'
        : `the document’s properties, which programs show beside its pages, were changed (${refusal.key})`;
    case 'page':
      return `${page(refusal.page)} was changed${refusal.key === null ? '' : ` (${refusal.key})`}`;
    case 'page-content':
      return `the content of ${page(refusal.page)} was replaced`;
    case 'page-tree':
      return 'the order or number of pages was changed';
    case 'annotations':
      return 'something was laid over a page';
    case 'field':
      return `the field “${refusal.field}” was changed in more than its value`;
    case 'field-locked':
      return `the field “${refusal.field}”, which a signature had locked, was changed`;
    case 'field-signed':
      return `the field “${refusal.field}”, which was signed already, was changed`;
    case 'field-added':
      return `the field “${refusal.field}” was added, which is not just an invisible signature`;
    case 'gap-filled':
      return `object ${refusal.object}, which the signed document pointed at without having it, was filled in`;
    case 'object':
      return `object ${refusal.object}${refusal.type === null ? '' : ` (${refusal.type})`} of the signed document was replaced`;
    case 'nothing-permitted':
      return 'the first signature allows no change at all';
    default:
      return assertNever(refusal);
  }
}

function page(number: number | null): string {
  return number === null ? 'a page' : `page ${number}`;
}
