import { deflateSync } from 'node:zlib';
import { deflated, FONT, onePage, type PdfObjects, rawPdf, WORDS, withObjectStream } from './pdf-writer.ts';
import { VAST_JPEG } from './pictures.ts';
import { repeated } from './repeated.ts';
import { trick } from './trick.ts';

const SIDE = 50_000;
const MILLION = 1_000_000;
const MEBIBYTE = 1024 * 1024;

/** A picture over the whole page, beside three words. */
function pictured(picture: PdfObjects[number], more: PdfObjects = {}): Buffer {
  return onePage({
    content: { entries: '', stream: `q 500 0 0 500 40 100 cm /X Do Q ${WORDS}` },
    resources: '/XObject << /X 6 0 R >>',
    more: { 6: picture, ...more },
  });
}

/** The head of a JPEG 2000 code stream of 60,000 x 60,000 pixels in one tile. */
const VAST_JPX = Buffer.from(
  `ff4fff51002f0000${'0000ea60'.repeat(2)}${'00000000'.repeat(2)}${'0000ea60'.repeat(2)}${'00000000'.repeat(2)}0003${'070101'.repeat(3)}ff52000c00000001000404040001ff5c00134040484850484850484850484850484850ff90000a0000000000000001ff93ffd9`,
  'hex',
);
/** A JBIG2 page of 65,000 x 65,000 points, with nothing on it. */
const VAST_JBIG2 = Buffer.from('000000003000010000001300 00fde80000fde80000000000000000000000'.replace(' ', ''), 'hex');

/** A /ToUnicode map that gives one letter this many marks to carry. */
function burdened(marks: number): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <61> <0061${'0301'.repeat(marks)}> endbfchar endcmap end end`;
}

/** PDFs that are small until they are read or drawn. */
export const PDFS_THAT_SWELL = [
  trick('pdf-four-gigabytes-of-content.pdf', () =>
    onePage({
      content: {
        entries: '/Filter [/FlateDecode /FlateDecode]',
        stream: deflateSync(repeated(Buffer.alloc(MEBIBYTE, ' '), 4096), { level: 9 }),
      },
    }),
  ),
  trick('pdf-picture-of-50000-by-50000.pdf', () =>
    pictured({
      entries: `/Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter [/FlateDecode /FlateDecode]`,
      stream: deflateSync(repeated(Buffer.alloc(SIDE), SIDE / 8), { level: 9 }),
    }),
  ),
  trick('pdf-jpeg-larger-than-it-says.pdf', () =>
    pictured({
      entries:
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      stream: VAST_JPEG,
    }),
  ),
  trick('pdf-jpeg2000-larger-than-it-says.pdf', () =>
    pictured({
      entries: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /Filter /JPXDecode',
      stream: VAST_JPX,
    }),
  ),
  trick('pdf-jbig2-larger-than-it-says.pdf', () =>
    pictured({
      entries:
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
      stream: VAST_JBIG2,
    }),
  ),
  trick('pdf-brackets-30000-deep.pdf', () =>
    onePage({
      more: { 6: `${'['.repeat(30_000)}${']'.repeat(30_000)}` },
      catalog: '/Outlines 6 0 R',
      page: '/Annots 6 0 R',
    }),
  ),
  trick('pdf-two-million-lines.pdf', () =>
    onePage({ content: deflated(`${'0 0 m 9 9 l S\n'.repeat(2 * MILLION)}${WORDS}`, '', 2) }),
  ),
  trick('pdf-one-line-of-two-million-turns.pdf', () =>
    onePage({ content: deflated(`0 0 m ${'99 9 l 9 99 l\n'.repeat(MILLION)} B* ${WORDS}`, '', 2) }),
  ),
  trick('pdf-a-million-words-on-a-page.pdf', () =>
    onePage({ content: deflated(`BT /F1 9 Tf ${'1 0 0 1 9 9 Tm (word) Tj\n'.repeat(MILLION)} ET`, '', 2) }),
  ),
  trick('pdf-states-saved-3000-times.pdf', () =>
    onePage({ content: deflated(`${'q 1 0 0 1 0 0 cm '.repeat(3000)}${WORDS}`, '', 2) }),
  ),
  trick('pdf-groups-200-deep.pdf', () => {
    const group = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true /K true >>';
    const levels = Object.fromEntries(
      Array.from({ length: 200 }, (_value, level) => [
        7 + level,
        level === 199
          ? { entries: group, stream: '0 0 99 99 re f' }
          : {
              entries: `${group} /Resources << /XObject << /X ${8 + level} 0 R >> /ExtGState << /G 6 0 R >> >>`,
              stream: '/G gs /X Do',
            },
      ]),
    );
    return onePage({
      content: { entries: '', stream: `/G gs /X Do ${WORDS}` },
      resources: '/XObject << /X 7 0 R >> /ExtGState << /G 6 0 R >>',
      more: { 6: '<< /Type /ExtGState /ca 0.5 /CA 0.5 /BM /Multiply >>', ...levels },
    });
  }),
  trick('pdf-dashes-without-number.pdf', () =>
    onePage({ content: { entries: '', stream: `[0.00001] 0 d 1 w 0 0 m 595 842 l S ${WORDS}` } }),
  ),
  trick('pdf-tiles-without-number.pdf', () =>
    onePage({
      content: { entries: '', stream: `/Pattern cs /P scn 0 0 595 842 re f ${WORDS}` },
      resources: '/Pattern << /P 6 0 R >>',
      more: {
        6: {
          entries:
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.00001 /YStep 0.00001 /Resources << >>',
          stream: '0 0 0.00001 0.00001 re f',
        },
      },
    }),
  ),
  trick('pdf-letters-of-20000-lines-each.pdf', () =>
    onePage({
      content: deflated(`${WORDS} BT /T3 1 Tf (${'a'.repeat(30_000)}) Tj ET`),
      resources: '/Font << /F1 5 0 R /T3 6 0 R >>',
      more: {
        6: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << >> >>',
        7: deflated(`1 0 d0 ${'0 0 m 1 1 l S '.repeat(20_000)}`),
      },
    }),
  ),
  trick('pdf-patterns-of-5000-lines-each.pdf', () =>
    onePage({
      content: deflated(`${WORDS} /Pattern cs ${'/P scn 0 0 595 842 re f '.repeat(2000)}`),
      resources: '/Pattern << /P 6 0 R >>',
      more: {
        6: deflated(
          '0 0 m 300 400 l S '.repeat(5000),
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << >>',
        ),
      },
    }),
  ),
  trick('pdf-one-pattern-shown-2000-times.pdf', () =>
    onePage({
      content: deflated(`${WORDS} /Pattern cs /P scn ${'0 0 595 842 re f '.repeat(2000)}`),
      resources: '/Pattern << /P 6 0 R >>',
      more: {
        6: deflated(
          '0 0 m 300 400 l S '.repeat(5000),
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << >>',
        ),
      },
    }),
  ),
  trick('pdf-shade-of-four-thousand-million-samples.pdf', () =>
    onePage({
      content: { entries: '', stream: `/S sh ${WORDS}` },
      resources: '/Shading << /S 6 0 R >>',
      more: {
        6: '<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 65535 0 65535] /Function 7 0 R >>',
        7: {
          entries:
            '/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [65535 65535] /BitsPerSample 8 /Order 1',
          stream: 'abc',
        },
      },
    }),
  ),
  trick('pdf-letters-mapped-without-end.pdf', () =>
    rawPdf({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
      4: { entries: '', stream: `BT /F2 12 Tf 50 50 Td <00610062> Tj ET ${WORDS}` },
      5: FONT,
      6: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 7 0 R /ToUnicode 8 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 4294967295 1] >>] >>',
      7: {
        entries: '/Type /CMap /CMapName /A /UseCMap 7 0 R',
        stream:
          'begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap',
      },
      8: {
        entries: '',
        stream:
          'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap',
      },
    }),
  ),
  trick('pdf-marks-without-end-on-one-letter.pdf', () =>
    rawPdf({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      4: deflated(`BT /F1 9 Tf 50 50 Td (${'a'.repeat(400)}) Tj ET`),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      6: deflated(burdened(500)),
    }),
  ),
  trick('pdf-a-hundred-thousand-notes.pdf', () =>
    withObjectStream(
      {
        1: '<< /Type /Catalog /Pages 3 0 R >>',
        3: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
        4: '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> /Annots 2 0 R >>',
        5: { entries: '', stream: WORDS },
        6: FONT,
        7: '<< /Type /Annot /Subtype /Square /Rect [0 0 500 500] /IC [1 0 0] /AP << /N 8 0 R >> >>',
        8: { entries: '/Type /XObject /Subtype /Form /BBox [0 0 500 500]', stream: '0 0 500 500 re f' },
      },
      2,
      `[${'7 0 R '.repeat(100_000)}]`,
    ),
  ),
];
