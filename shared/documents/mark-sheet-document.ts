import type { FormDocument } from './document.ts';
import { criteriaTable } from './mark-sheet-criteria.ts';
import { decisionTable } from './mark-sheet-decision.ts';
import { evidenceTables } from './mark-sheet-evidence.ts';
import { additionsTable, headTable } from './mark-sheet-head.ts';
import { footerLines, recordTable } from './mark-sheet-record.ts';
import { printable } from './printable.ts';
import type { SheetPrint } from './sheet-print.ts';

/**
 * The mark sheet as a document: every field of the paper form in its order, worded by the form and the scheme that the
 * sheet itself carries (source 003, Appendices C and D). What the app adds stands in blocks that say so.
 */
export function markSheetDocument(print: SheetPrint): FormDocument {
  const { sheet, digest } = print;
  const { title, subject, body } = markSheetBody(print);
  return {
    language: 'en-GB',
    title,
    subject,
    author: printable(sheet.assessor.name),
    createdAt: sheet.signedAt,
    body: [...body, recordTable(print)],
    footer: footerLines(print),
    watermark: digest === null ? 'DRAFT' : null,
  };
}

/** The form without the record that ends it: what a sheet and its check have in common. */
export function markSheetBody(print: SheetPrint): Pick<FormDocument, 'title' | 'subject' | 'body'> {
  const { sheet } = print;
  return {
    title: printable(
      `${sheet.scheme.heading}, ${sheet.learner.name} (${sheet.learner.registrationNumber}), attempt ${sheet.attempt.number}`,
    ),
    subject: printable(`${sheet.assessment.qualification}: ${sheet.assessment.title}`),
    body: [
      { kind: 'heading', level: 1, text: printable(sheet.scheme.heading) },
      headTable(sheet),
      additionsTable(sheet),
      criteriaTable(sheet),
      decisionTable(print),
      ...evidenceTables(sheet),
    ],
  };
}
