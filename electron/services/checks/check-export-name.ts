import { exportBaseName } from '../../../shared/documents/export-name.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import type { ReceivedSignature } from '../../db/stores/received-store.ts';

/** What a signature adds to a file, the one that counts most first. */
const ADDED: readonly (readonly [SignaturePlace['role'], string])[] = [
  ['ev', ' verified'],
  ['iqa', ' checked'],
  ['countersigning-assessor', ' countersigned'],
];

/** The sheet's own name with what was added to its file, without the ending. */
export function checkExportName(sheet: SignedSheet, signed: readonly ReceivedSignature[]): string {
  const roles = sheet.form.signaturePlaces.filter(({ id }) => signed.some((one) => one.place === id));
  const added = ADDED.find(([role]) => roles.some((place) => place.role === role));
  return exportBaseName(sheet, added?.[1]);
}
