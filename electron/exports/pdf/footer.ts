import { breakLines, type Line } from '../fonts/break-lines.ts';
import { points } from '../fonts/text-operators.ts';
import { baselineOf } from '../fonts/text-style.ts';
import type { FormPdf } from './form-pdf.ts';
import { STYLE } from './house-style.ts';
import { INK, PAGE, TEXT_WIDTH } from './page.ts';

const ABOVE = 6;

/** The foot of every page: the document's lines, then "Page n of m". */
export type Footer = { readonly lines: readonly Line[]; readonly top: number };

export function layFooter(texts: readonly string[]): Footer {
  const lines = texts.flatMap((text) => breakLines(text, STYLE.footer, TEXT_WIDTH));
  const height = (lines.length + 1) * STYLE.footer.leading;
  return { lines, top: PAGE.height - PAGE.bottom - height };
}

/** Where the text of a page must end. */
export function textBottom(footer: Footer): number {
  return footer.top - ABOVE * 2;
}

/** Draws the foot of the current page; it is no part of the text. */
export function drawFooter(pdf: FormPdf, footer: Footer, page: number, pages: number): void {
  pdf.mark('Pagination');
  const y = points(footer.top - ABOVE / 2);
  pdf.operators(`0.25 w ${points(PAGE.left)} ${y} m ${points(PAGE.width - PAGE.right)} ${y} l S ${INK.quietGrey} g`);
  const baseline = baselineOf(STYLE.footer);
  for (const [index, line] of footer.lines.entries()) {
    pdf.line(line, PAGE.left, footer.top + index * STYLE.footer.leading + baseline);
  }
  const last = footer.top + footer.lines.length * STYLE.footer.leading + baseline;
  for (const line of breakLines(`Page ${page} of ${pages}`, STYLE.footer, TEXT_WIDTH)) {
    pdf.line(line, PAGE.width - PAGE.right - line.width, last);
  }
  pdf.operators('0 g');
  pdf.endMark();
}
