import { breakLines } from '../fonts/break-lines.ts';
import { points } from '../fonts/text-operators.ts';
import type { FormPdf } from './form-pdf.ts';
import { INK, PAGE } from './page.ts';

const SLANT = Math.atan2(PAGE.height, PAGE.width);
const LONGEST = 560;

/** A word across the page, under everything else and without transparency, which PDF/A-1 does not have. */
export function drawWatermark(pdf: FormPdf, word: string): void {
  const [unit] = breakLines(word, { weight: 'bold', size: 100, leading: 100 }, Number.POSITIVE_INFINITY);
  if (!unit || unit.width === 0) return;
  const size = Math.min(170, (LONGEST / unit.width) * 100);
  const [line] = breakLines(word, { weight: 'bold', size, leading: size }, Number.POSITIVE_INFINITY);
  if (!line) return;
  const [cos, sin] = [Math.cos(SLANT), Math.sin(SLANT)];
  const place = [cos, -sin, sin, cos, PAGE.width / 2, PAGE.height / 2].map(points).join(' ');
  pdf.mark('Pagination');
  pdf.operators(`q ${INK.watermarkGrey} g ${place} cm`);
  pdf.line(line, -line.width / 2, size * 0.36);
  pdf.operators('Q');
  pdf.endMark();
}
