import type { Digest } from '../model/ids.ts';
import type { DraftSheet } from '../model/mark-sheet.ts';

/** A sheet to be printed; `digest` is null while it is a draft. */
export type SheetPrint = { readonly sheet: DraftSheet; readonly digest: Digest | null };
