import { planDocument } from '../../../shared/documents/plan-document.ts';
import type { PlanPrint } from '../../../shared/documents/plan-print.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { drawDocx } from '../../exports/docx/draw-docx.ts';
import { drawable } from '../../exports/fonts/drawable.ts';
import { drawPdf } from '../../exports/pdf/draw-pdf.ts';

/** A plan drawn in a format; the words are the same in each. */
export function makePlanFile(print: PlanPrint, format: 'pdf' | 'docx'): Promise<Uint8Array> {
  const document = drawable(planDocument(print));
  switch (format) {
    case 'pdf':
      return drawPdf(document);
    case 'docx':
      return drawDocx(document);
    default:
      return assertNever(format);
  }
}
