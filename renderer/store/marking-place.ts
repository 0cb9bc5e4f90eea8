import type { SheetId } from '../../shared/model/ids.ts';

type Left = { readonly section: string; readonly criterion: string };

const left = new Map<SheetId, Left>();

/** Remembers where a sheet was left for a screen that is about it, so that the way back leads there. */
export function leaveSheetAt(sheet: SheetId, place: Left): void {
  left.set(sheet, place);
}

/** Where the sheet was left; null where it is opened from elsewhere. */
export function leftSheetAt(sheet: SheetId): Left | null {
  return left.get(sheet) ?? null;
}

/** The sheet is back where it was left; from now on it is opened as any other. */
export function backOnSheet(sheet: SheetId): void {
  left.delete(sheet);
}
