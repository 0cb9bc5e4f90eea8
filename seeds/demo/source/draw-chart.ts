/** A bar chart: one group of bars for every label, one bar in it for every series. */
export type Chart = {
  readonly unit: string;
  readonly most: number;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
};

const SHADES = ['#1f4e79', '#c55a11'];
const BAR = 9;
const GAP = 8;
const LABELS = 160;

/** Points from the chart's top to its foot. */
export function chartHeight(chart: Chart): number {
  return chart.bars.length * (chart.series.length * BAR + GAP) + 22;
}

/** Draws the chart with its top left corner at (x, y), in points. */
export function drawChart(pdf: PDFKit.PDFDocument, chart: Chart, x: number, y: number, width: number): void {
  const span = width - LABELS - 30;
  pdf.fontSize(8);
  let top = y;
  for (const bar of chart.bars) {
    const height = chart.series.length * BAR;
    pdf.fillColor('#000000').text(bar.label, x, top + (height - 8) / 2, { width: LABELS - 8, align: 'right' });
    for (const [index, value] of bar.values.entries()) {
      const length = (value / chart.most) * span;
      const line = top + index * BAR;
      pdf.rect(x + LABELS, line, length, BAR - 1).fill(SHADES[index] ?? '#000000');
      pdf.fillColor('#000000').text(`${value}${chart.unit}`, x + LABELS + length + 3, line, { lineBreak: false });
    }
    top += height + GAP;
  }
  pdf
    .moveTo(x + LABELS, y - 3)
    .lineTo(x + LABELS, top)
    .lineWidth(0.5)
    .stroke('#404040');
  let left = x + LABELS;
  for (const [index, name] of chart.series.entries()) {
    pdf.rect(left, top + 5, 8, 8).fill(SHADES[index] ?? '#000000');
    pdf.fillColor('#000000').text(name, left + 12, top + 5, { lineBreak: false });
    left += pdf.widthOfString(name) + 34;
  }
}
