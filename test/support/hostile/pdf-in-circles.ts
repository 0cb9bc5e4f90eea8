import { FONT, onePage, rawPdf, WORDS, withObjectStream } from './pdf-writer.ts';
import { trick } from './trick.ts';

const PAGE = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const CONTENT = { entries: '', stream: WORDS };
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]';

/** Forms that each draw the next one ten times; the last has `ink`. */
function multiplying(levels: number, ink: string): Record<number, { entries: string; stream: string }> {
  const forms: Record<number, { entries: string; stream: string }> = {};
  for (let level = 0; level < levels; level += 1) {
    const last = level === levels - 1;
    forms[6 + level] = {
      entries: `${FORM} /Resources << /Font << /F1 5 0 R >> ${last ? '' : `/XObject << /X ${7 + level} 0 R >>`} >>`,
      stream: last ? ink : '/X Do '.repeat(10),
    };
  }
  return forms;
}

/** PDFs that go round, lead nowhere, or say more than is there. */
export const PDFS_IN_CIRCLES = [
  trick('pdf-pages-that-hold-themselves.pdf', () =>
    rawPdf({ 1: CATALOG, 2: '<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>', 3: PAGE, 4: CONTENT, 5: FONT }),
  ),
  trick('pdf-table-before-itself.pdf', () => {
    const whole = onePage().toString('latin1');
    const at = /startxref\n(\d+)/.exec(whole)?.[1] ?? '0';
    return Buffer.from(whole.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1');
  }),
  trick('pdf-length-of-itself.pdf', () => onePage({ content: { entries: '/Length 4 0 R', stream: WORDS } })),
  trick('pdf-form-draws-itself.pdf', () =>
    onePage({
      content: { entries: '', stream: `${WORDS} /X Do` },
      resources: '/XObject << /X 6 0 R >>',
      more: { 6: { entries: `${FORM} /Resources << /XObject << /X 6 0 R >> >>`, stream: '0 0 9 9 re f /X Do' } },
    }),
  ),
  trick('pdf-mask-of-itself.pdf', () =>
    onePage({
      content: { entries: '', stream: `/G gs ${WORDS}` },
      resources: '/ExtGState << /G 6 0 R >>',
      more: {
        6: '<< /Type /ExtGState /SMask << /S /Luminosity /G 7 0 R >> >>',
        7: {
          entries: `${FORM} /Group << /S /Transparency /CS /DeviceGray >> /Resources << /ExtGState << /G 6 0 R >> >>`,
          stream: '/G gs 0 0 99 99 re f',
        },
      },
    }),
  ),
  trick('pdf-letter-draws-itself.pdf', () =>
    onePage({
      content: { entries: '', stream: `BT /T3 20 Tf 50 50 Td (aa) Tj ET ${WORDS}` },
      resources: '/Font << /F1 5 0 R /T3 6 0 R >>',
      more: {
        6: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /T3 6 0 R >> >> >>',
        7: { entries: '', stream: '1 0 d0 BT /T3 1 Tf (aa) Tj ET' },
      },
    }),
  ),
  trick('pdf-outline-in-a-circle.pdf', () =>
    onePage({
      catalog: '/Outlines 6 0 R /Names << /Dests 9 0 R >> /StructTreeRoot 10 0 R',
      more: {
        6: '<< /Type /Outlines /First 7 0 R /Last 8 0 R /Count 2 >>',
        7: '<< /Title (a) /Parent 6 0 R /Next 8 0 R /First 7 0 R >>',
        8: '<< /Title (b) /Parent 7 0 R /Next 7 0 R /First 6 0 R >>',
        9: '<< /Kids [9 0 R] /Limits [(a) (z)] >>',
        10: '<< /Type /StructTreeRoot /K [10 0 R] /ParentTree << /Kids [9 0 R] >> >>',
      },
    }),
  ),
  trick('pdf-drawings-that-multiply.pdf', () =>
    onePage({
      content: { entries: '', stream: `${WORDS} /X Do` },
      resources: '/XObject << /X 6 0 R >>',
      more: multiplying(9, '0 0 5 5 re f'),
    }),
  ),
  trick('pdf-words-that-multiply.pdf', () =>
    onePage({
      content: { entries: '', stream: '/X Do' },
      resources: '/XObject << /X 6 0 R >>',
      more: multiplying(9, WORDS),
    }),
  ),
  trick('pdf-100000-pages.pdf', () => {
    const kids = (count: number, child: string) => `[${`${child} `.repeat(count)}]`;
    const pages = `<< /Type /Pages /Kids ${kids(100_000, '3 0 R')} /Count 100000 >>`;
    return withObjectStream({ 1: CATALOG, 3: PAGE, 4: CONTENT, 5: FONT }, 2, pages);
  }),
  trick('pdf-pages-that-multiply.pdf', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 9 }, (_value, level) => {
        const child = level === 8 ? 3 : 7 + level;
        const kids = `[${`${child} 0 R `.repeat(10)}]`;
        return [level === 0 ? 2 : 6 + level, `<< /Type /Pages /Kids ${kids} /Count ${10 ** (9 - level)} >>`];
      }),
    );
    return rawPdf({ 1: CATALOG, ...nodes, 3: PAGE, 4: CONTENT, 5: FONT });
  }),
  trick('pdf-no-pages.pdf', () => rawPdf({ 1: CATALOG, 2: '<< /Type /Pages /Kids [] /Count 0 >>' })),
  trick('pdf-two-thousand-million-pages-it-says.pdf', () =>
    rawPdf({ 1: CATALOG, 2: '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', 3: PAGE, 4: CONTENT, 5: FONT }),
  ),
  trick('pdf-table-of-a-thousand-million-objects.pdf', () => {
    const whole = onePage().toString('latin1');
    return Buffer.from(
      whole.replace(/xref\n0 \d+/, 'xref\n0 1999999999').replace(/\/Size \d+/, '/Size 1999999999'),
      'latin1',
    );
  }),
];
