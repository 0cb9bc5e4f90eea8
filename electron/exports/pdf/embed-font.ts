import type { EmbeddedFont } from '../fonts/font-subset.ts';
import type { FormFont } from '../fonts/form-font.ts';
import { pdfString } from './pdf-string.ts';

/** Symbolic: the characters are told by the ToUnicode map, not by a standard encoding. */
const SYMBOLIC = 4;

const NOT_SYMBOLIC = 32;

/** Writes a font with what hangs from it. `listCodes`: with the set of its codes, as PDF/A-1 asks. */
export function writeFont(
  document: PDFKit.PDFDocument,
  font: EmbeddedFont,
  listCodes: boolean,
): PDFKit.PDFKitReference {
  const stream = (content: Uint8Array | string, entries: object = {}): PDFKit.PDFKitReference => {
    const ref = document.ref(entries);
    ref.end(content);
    return ref;
  };
  const object = (entries: object): PDFKit.PDFKitReference => {
    const ref = document.ref(entries);
    ref.end(undefined);
    return ref;
  };
  const descriptor = object({
    Type: 'FontDescriptor',
    FontName: font.name,
    Flags: SYMBOLIC,
    FontBBox: font.box,
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    StemV: 80,
    FontFile2: stream(font.file, { Length1: font.file.length }),
    ...(listCodes ? { CIDSet: stream(font.codes) } : {}),
  });
  const descendant = object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: font.name,
    CIDSystemInfo: { Registry: pdfString('Adobe'), Ordering: pdfString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    W: [0, font.widths.map(Math.round)],
  });
  return object({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: font.name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: stream(font.toUnicode),
  });
}

/** Writes the font in which other programs set what they fill into the form. */
export function writeFormFont(document: PDFKit.PDFDocument, font: FormFont): PDFKit.PDFKitReference {
  const file = document.ref({ Length1: font.length, Filter: 'FlateDecode' });
  file.end(font.deflated);
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: font.name,
    Flags: NOT_SYMBOLIC,
    FontBBox: font.box,
    ItalicAngle: 0,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end(undefined);
  const written = document.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: font.name,
    Encoding: 'WinAnsiEncoding',
    FirstChar: font.firstCode,
    LastChar: font.firstCode + font.widths.length - 1,
    Widths: font.widths.map(Math.round),
    FontDescriptor: descriptor,
  });
  written.end(undefined);
  return written;
}
