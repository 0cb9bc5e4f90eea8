import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { z } from 'zod';
import { type Chart, chartHeight, drawChart } from './draw-chart.ts';
import { type Picture, scriptDocx } from './script-docx.ts';
import { scriptPdf } from './script-pdf.ts';
import { readScript } from './script-text.ts';

/** Makes the demo's scripts out of the texts beside it. Run by hand; pictures need `pdftoppm` (poppler-utils). */

const scripts = z.array(z.strictObject({ file: z.string(), author: z.string(), text: z.array(z.string()) }));
const charts = z.record(
  z.string(),
  z.strictObject({
    unit: z.string(),
    most: z.number(),
    series: z.array(z.string()),
    bars: z.array(z.strictObject({ label: z.string(), values: z.array(z.number()) })),
  }),
);

const here = (name: string) => join(import.meta.dirname, name);
const json = (name: string): unknown => JSON.parse(readFileSync(here(name), 'utf8'));
/** A fixed time, so that making the scripts again changes as little as possible. */
const MADE = new Date('2026-09-01T09:00:00Z');

const drawn = charts.parse(json('charts.json'));
const pictures: Record<string, Picture> = {};
for (const [name, chart] of Object.entries(drawn)) pictures[name] = await pictureOf(chart);

for (const script of scripts.parse(json('scripts.json'))) {
  const blocks = readScript(script.text.map((name) => readFileSync(here(name), 'utf8')).join('\n\n'));
  const [first] = blocks;
  const title = first?.kind === 'heading' ? first.text : script.file;
  const about = { title, author: script.author, made: MADE };
  const bytes = script.file.endsWith('.pdf')
    ? await scriptPdf(blocks, drawn, about)
    : await scriptDocx(blocks, pictures, about);
  writeFileSync(here(join('..', 'scripts', script.file)), bytes);
  console.error(`${script.file}: ${bytes.length} bytes`);
}

/** The chart as a picture of 160 dots an inch, for a DOCX. */
async function pictureOf(chart: Chart): Promise<Picture> {
  const [width, height] = [440, chartHeight(chart) + 12];
  const pdf = new PDFDocument({ size: [width, height], margin: 0 });
  pdf.registerFont('sans', here('../../../node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')).font('sans');
  drawChart(pdf, chart, 0, 6, width);
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  try {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => pdf.on('end', resolve));
    pdf.end();
    await ended;
    writeFileSync(join(folder, 'chart.pdf'), Buffer.concat(chunks));
    execFileSync('pdftoppm', ['-r', '160', '-png', '-singlefile', join(folder, 'chart.pdf'), join(folder, 'chart')]);
    return { png: readFileSync(join(folder, 'chart.png')), width: width * 1.3, height: height * 1.3 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
