import type { AppError } from '../../shared/api/errors.ts';

const REFUSED: ReadonlySet<AppError['code']> = new Set([
  'invalid-input',
  'mark-refused',
  'section-carried',
  'section-unknown',
  'criterion-unknown',
  'criterion-without-evidence',
  'sheet-unknown',
  'sheet-frozen',
  'sheet-moved-on',
]);
const MOVED_ON: ReadonlySet<AppError['code']> = new Set(['sheet-frozen', 'sheet-moved-on']);

/** Whether the same edit may succeed later: the disk was full, the workspace locked. A refused value never will. */
export function mayPass(error: AppError): boolean {
  return !REFUSED.has(error.code);
}

/** A refused mark does not count, nor an "achieved" without evidence: what was there before is stored, and no words are lost. */
export function losesNothing(error: AppError): boolean {
  return error.code === 'mark-refused' || error.code === 'criterion-without-evidence';
}

/** Whether the sheet is no longer the one that was being edited, so that it must be read again. */
export function movedOn(error: AppError): boolean {
  return MOVED_ON.has(error.code);
}
