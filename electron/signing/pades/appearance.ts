import type { EmbeddedFont } from '../../exports/fonts/font-subset.ts';
import { setInBox, type TextBoxStyle } from '../../exports/fonts/text-box.ts';
import type { Increment } from '../pdf-file/increment.ts';
import { dictionary, name, type PdfReference, PdfString } from '../pdf-file/values.ts';

const SYMBOLIC = 4;

/**
 * What a filled field shows, as a form XObject with the glyphs that it needs in it: the fonts of the earlier revisions
 * do not have them. Throws MissingCharacterError as drawing does.
 */
export function addAppearance(
  increment: Increment,
  lines: readonly string[],
  size: { readonly width: number; readonly height: number },
  style: TextBoxStyle,
  inset: number,
): PdfReference {
  const box = setInBox(lines, size.width - inset * 2, size.height, style);
  const fonts = box.fonts.map((font) => [font.resource, addFont(increment, font.subset.embed())] as const);
  const content = `/Tx BMC q 0 g 1 0 0 1 ${inset} 0 cm\n${box.operators}\nQ EMC`;
  return increment.addStream(
    {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [0, 0, size.width, size.height],
      Resources: dictionary({ Font: dictionary(Object.fromEntries(fonts)) }),
    },
    Buffer.from(content, 'latin1'),
  );
}

/** Writes a Type 0 font with what hangs from it. */
function addFont(increment: Increment, font: EmbeddedFont): PdfReference {
  const ascii = (text: string): PdfString => new PdfString(Buffer.from(text, 'latin1'));
  const descriptor = increment.add(
    dictionary({
      Type: name('FontDescriptor'),
      FontName: name(font.name),
      Flags: SYMBOLIC,
      FontBBox: [...font.box],
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent,
      Descent: font.descent,
      CapHeight: font.capHeight,
      StemV: 80,
      FontFile2: increment.addStream({ Length1: font.file.length }, font.file),
      CIDSet: increment.addStream({}, font.codes),
    }),
  );
  const descendant = increment.add(
    dictionary({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: name(font.name),
      CIDSystemInfo: dictionary({ Registry: ascii('Adobe'), Ordering: ascii('Identity'), Supplement: 0 }),
      FontDescriptor: descriptor,
      CIDToGIDMap: name('Identity'),
      W: [0, font.widths.map(Math.round)],
    }),
  );
  return increment.add(
    dictionary({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: name(font.name),
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: increment.addStream({}, Buffer.from(font.toUnicode, 'latin1')),
    }),
  );
}
