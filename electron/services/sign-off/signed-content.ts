import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { sha256Text } from '../../db/stores/audit-store.ts';

/** The text that is hashed and kept, and its digest. */
export function signedContent(sheet: SignedSheet): { readonly content: string; readonly digest: Digest } {
  const content = canonicalJson(sheet);
  return { content, digest: sha256Text(content) };
}

/** Reads back what this app wrote into its own encrypted store. */
export function parseSignedSheet(content: string): SignedSheet {
  return JSON.parse(content) as SignedSheet;
}
