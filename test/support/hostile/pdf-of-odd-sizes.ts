import { FONT, onePage, rawPdf, WORDS } from './pdf-writer.ts';
import { trick } from './trick.ts';

/** PDFs whose pages have sizes that no paper has, and files that are no proper PDF. */
export const PDFS_OF_ODD_SIZES = [
  trick('pdf-page-of-a-thousand-million-points.pdf', () => onePage({ box: '[0 0 1000000000 1000000000]' })),
  trick('pdf-page-of-14400-points.pdf', () => onePage({ box: '[0 0 14400 14400]' })),
  trick('pdf-page-of-nothing.pdf', () => onePage({ box: '[0 0 0 0]' })),
  trick('pdf-page-thinner-than-a-hair.pdf', () => onePage({ box: '[0 0 1000000000 0.0001]' })),
  trick('pdf-page-inside-out.pdf', () => onePage({ box: '[595 842 0 0]', page: '/CropBox [900 900 -900 -900]' })),
  trick('pdf-page-of-no-numbers.pdf', () => onePage({ box: '[(a) /b null 1e999]' })),
  trick('pdf-page-in-units-of-a-mile.pdf', () => onePage({ page: '/UserUnit 4561920' })),
  trick('pdf-page-turned.pdf', () => onePage({ page: '/Rotate 90' })),
  trick('pdf-page-turned-by-45.pdf', () => onePage({ page: '/Rotate 45' })),
  trick('pdf-page-turned-without-end.pdf', () => onePage({ page: '/Rotate -9007199254740991' })),
  trick('pdf-letters-of-a-mile.pdf', () =>
    onePage({ content: { entries: '', stream: `BT /F1 1000000000 Tf (three plain words) Tj ET ${WORDS}` } }),
  ),
  trick('pdf-page-without-anything.pdf', () =>
    rawPdf({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R 4 0 R null 99 0 R] /Count 4 >>',
      3: '<< /Type /Page >>',
      4: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [5 0 R 5 0 R 99 0 R] >>',
      5: FONT,
    }),
  ),
  trick('pdf-locked-in-an-unknown-way.pdf', () =>
    onePage({ trailer: '/Encrypt << /Filter /Nobody /V 99 /R 99 /O (a) /U (b) /P -1 >> /ID [(a) (a)]' }),
  ),
  trick('pdf-that-is-html-too.pdf', () =>
    Buffer.concat([Buffer.from("<html><script>alert('ran')</script><!-- "), onePage()]),
  ),
  trick('pdf-cut-off.pdf', () => onePage().subarray(0, 400)),
  trick('pdf-of-noise.pdf', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(4000), Buffer.from('\n%%EOF\n')])),
  trick('pdf-named-as-word.docx', () => onePage()),
];

/** Bytes that look like chance and are the same each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[at] = state & 0xff;
  }
  return bytes;
}
