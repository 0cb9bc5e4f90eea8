/** A part of a section that can take the keyboard. */
export type SheetPart = 'criteria' | 'strengths' | 'improvements' | 'mark' | 'evidence' | 'judgement' | 'redo';

/**
 * A place on the sheet to go to: without a section the one on show, without a part the section as it was left, without
 * a criterion the one that is in full there.
 */
export type SheetPlace = {
  readonly section: string | null;
  readonly part: SheetPart | null;
  readonly criterion?: string;
};

/** How a part is found in the page: every section shown carries its parts under these names. */
export const PART_ATTRIBUTE = 'data-part';

/** Gives the keyboard to a part of the section on show; false where there is none, or it is out of sight. */
export function focusPart(root: ParentNode | null, part: SheetPart): boolean {
  const found = root?.querySelector(`[${PART_ATTRIBUTE}="${part}"]`);
  if (!(found instanceof HTMLElement)) return false;
  found.focus();
  if (found instanceof HTMLInputElement) found.select();
  return document.activeElement === found;
}
