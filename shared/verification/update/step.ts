import type { FormNode } from '../pdf/form-fields.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import type { Census } from './census.ts';
import type { PageNumbers } from './page-numbers.ts';
import type { Lock, Permission } from './permissions.ts';

/** What lies between two revisions, with what the signatures up to the older one allow. */
export type Step = {
  readonly file: PdfFile;
  readonly older: Revision;
  readonly newer: Revision;
  readonly changed: ReadonlySet<number>;
  readonly census: Census;
  readonly oldFields: ReadonlyMap<number, FormNode>;
  readonly newFields: ReadonlyMap<number, FormNode>;
  readonly locks: readonly Lock[];
  readonly permission: Permission;
  /** Names of fields whose value is not what it was. */
  readonly filled: ReadonlySet<string>;
  /** Of the older revision. */
  readonly pages: PageNumbers;
};

/** True for an object that the older revision does not have. */
export function isNew(step: Step, number: number): boolean {
  const place = step.older.places.get(number);
  return !place || place.kind === 'free';
}
