import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { SignedCheck } from '../../../shared/model/evidence.ts';
import type { CheckId, KeyId, PersonId } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { digestOf, sheetOf } from './sheets.ts';

/** A sheet as its assessor signed it, to be varied. */
export function signedSheetOf(more: Partial<SignedSheet> = {}): SignedSheet {
  const { attempt, ...sheet } = sheetOf();
  return { ...sheet, attempt: { ...attempt, declarationDate: '2026-11-01' as CivilDate }, ...more };
}

/** The IQA's check of it, two marks off the assessor's. */
export function checkOf(sheet: SignedSheet, more: Partial<SignedCheck> = {}): SignedCheck {
  return {
    format: 'countersign-check/1',
    check: 'cccccccc-0000-4000-8000-cccccccccccc' as CheckId,
    sheet: { sheet: sheet.sheet, revision: sheet.revision, digest: digestOf('1') },
    files: { pdf: digestOf('2'), docx: digestOf('3') },
    marks: [
      { section: 'context', criterion: null, mark: 8 },
      { section: 'feedback', criterion: null, mark: 19 },
      { section: 'evaluate', criterion: null, mark: 22 },
      { section: 'plan', criterion: null, mark: 16 },
    ],
    decision: { outcome: 'pass', total: 65 },
    checkDate: '2026-12-02' as CivilDate,
    iqa: {
      person: 'dddddddd-0000-4000-8000-dddddddddddd' as PersonId,
      name: 'Priya Oyelaran (demo)',
      key: 'eeeeeeee-0000-4000-8000-eeeeeeeeeeee' as KeyId,
      fingerprint: digestOf('6'),
    },
    signedAt: '2026-12-02T10:12:00.000+00:00' as Instant,
    chainHead: digestOf('4'),
    ...more,
  };
}
