import { breakLines, type Line } from '../fonts/break-lines.ts';
import { points } from '../fonts/text-operators.ts';
import { baselineOf } from '../fonts/text-style.ts';
import type { FormPdf } from './form-pdf.ts';
import { STYLE } from './house-style.ts';
import { INK, PAGE, TEXT_WIDTH } from './page.ts';

const ABOVE = 6;

/** The foot of every page: the document's lines, then "Page n of m", beside the last line where it has room. */
export type Footer = { readonly lines: readonly Line[]; readonly pageLine: number; readonly top: number };

const PAGE_ROOM = 80;

export function layFooter(texts: readonly string[]): Footer {
  const lines = texts.flatMap((text) => breakLines(text, STYLE.footer, TEXT_WIDTH));
  const last = lines.at(-1);
  const pageLine = last && TEXT_WIDTH - last.width >= PAGE_ROOM ? lines.length - 1 : lines.length;
  return { lines, pageLine, top: PAGE.height - PAGE.bottom - (pageLine + 1) * STYLE.footer.leading };
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
  const baseline = (line: number): number => footer.top + line * STYLE.footer.leading + baselineOf(STYLE.footer);
  for (const [index, line] of footer.lines.entries()) pdf.line(line, PAGE.left, baseline(index));
  for (const line of breakLines(`Page ${page} of ${pages}`, STYLE.footer, TEXT_WIDTH)) {
    pdf.line(line, PAGE.width - PAGE.right - line.width, baseline(footer.pageLine));
  }
  pdf.operators('0 g');
  pdf.endMark();
}
