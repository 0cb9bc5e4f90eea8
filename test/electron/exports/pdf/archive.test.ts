import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { hasPreflight, objectJson, preflight } from './pdf-tools.ts';
import { feedback, sampleForm } from './sample-form.ts';

describe('the archived form', () => {
  it('declares PDF/A-3b, with the colours of its output named', async () => {
    const pdf = Buffer.from(await drawPdf(sampleForm())).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(objectJson(Buffer.from(pdf, 'latin1'))).toContain('"/S": "/GTS_PDFA1"');
  });

  it('writes titles with any character into its metadata', async () => {
    const pdf = Buffer.from(await drawPdf(sampleForm({ title: 'R&D <602> “Ångström”' }))).toString('utf8');
    expect(pdf).toContain('<rdf:li xml:lang="x-default">R&amp;D &lt;602&gt; “Ångström”</rdf:li>');
  });

  it.skipIf(!hasPreflight)('is PDF/A as PDFBox preflight judges its twin of part 1', { timeout: 60_000 }, async () => {
    const document = sampleForm({
      learner: 'Zoë Ångström',
      strengths: ['Σαφές', 'שלום', 'e\u0301te\u0301', feedback(9000)],
      watermark: 'DRAFT',
    });
    expect(preflight(await drawPdf(document, { conformance: 'PDF/A-1b' }))).toBe('The file is a valid PDF/A-1b file');
  });
});
