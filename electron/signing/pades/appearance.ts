import { DocumentFonts } from '../../exports/fonts/document-fonts.ts';
import type { EmbeddedFont } from '../../exports/fonts/font-subset.ts';
import { setInBox, type TextBoxStyle } from '../../exports/fonts/text-box.ts';
import type { Increment } from '../../pdf-file/increment.ts';
import { dictionary, name, type PdfDictionary, type PdfReference, PdfString } from '../../pdf-file/values.ts';

const SYMBOLIC = 4;

/**
 * What filled fields show, as form XObjects of one increment. The glyphs that they need come with it, since the fonts of
 * the earlier revisions do not have them: one font for each face, however many fields are filled.
 */
export class Appearances {
  readonly #increment: Increment;
  readonly #fonts = new DocumentFonts('A');
  readonly #references = new Map<string, PdfReference>();

  constructor(increment: Increment) {
    this.#increment = increment;
  }

  /** Throws MissingCharacterError as drawing does. */
  add(
    lines: readonly string[],
    size: { readonly width: number; readonly height: number },
    style: TextBoxStyle,
  ): PdfReference {
    const operators = setInBox(lines, size.width, size.height, style, this.#fonts);
    for (const { resource } of this.#fonts.used()) {
      if (!this.#references.has(resource)) this.#references.set(resource, this.#increment.reserve());
    }
    const content = `/Tx BMC q 0 g\n${operators}\nQ EMC`;
    return this.#increment.addStream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: [0, 0, size.width, size.height],
        Resources: dictionary({ Font: dictionary(Object.fromEntries(this.#references)) }),
      },
      Buffer.from(content, 'latin1'),
    );
  }

  /** Writes the fonts, once every field is filled. */
  end(): void {
    for (const { resource, subset } of this.#fonts.used()) {
      const reference = this.#references.get(resource);
      if (reference) this.#increment.replace(reference, fontOf(this.#increment, subset.embed()));
    }
  }
}

/** A Type 0 font; what hangs from it is added. */
function fontOf(increment: Increment, font: EmbeddedFont): PdfDictionary {
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
  return dictionary({
    Type: name('Font'),
    Subtype: name('Type0'),
    BaseFont: name(font.name),
    Encoding: name('Identity-H'),
    DescendantFonts: [descendant],
    ToUnicode: increment.addStream({}, Buffer.from(font.toUnicode, 'latin1')),
  });
}
