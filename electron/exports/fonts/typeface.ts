import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { readTables, type TrueTypeTables } from './true-type-tables.ts';

/** The embedded faces, in the order in which they are asked for a character. */
export type FaceName = 'regular' | 'bold' | 'mono' | 'serif' | 'math';

/** A parsed font, read once for the life of the process and shared by every document. */
export type Typeface = {
  readonly name: FaceName;
  readonly font: Font;
  readonly tables: TrueTypeTables;
  /** Thousandths of an em for one unit of the font. */
  readonly scale: number;
};

const FILES: Readonly<Record<FaceName, string>> = {
  regular: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
  mono: 'DejaVuSansMono.ttf',
  serif: 'DejaVuSerif.ttf',
  math: 'DejaVuMathTeXGyre.ttf',
};

export type Weight = 'regular' | 'bold';

/** What a text of a weight is drawn with: its own face, then whoever has the character. */
export const FALLBACKS: Readonly<Record<Weight, readonly FaceName[]>> = {
  regular: ['regular', 'bold', 'mono', 'serif', 'math'],
  bold: ['bold', 'regular', 'mono', 'serif', 'math'],
};

const loaded = new Map<FaceName, Typeface>();

/** The face of that name. Throws if the font's file is missing or is no TrueType font. */
export function typeface(name: FaceName): Typeface {
  const known = loaded.get(name);
  if (known) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  const bytes = readFileSync(join(folder, 'ttf', FILES[name]));
  const font = create(bytes);
  if (!('layout' in font)) throw new Error(`${FILES[name]} is a collection, not a font`);
  const face: Typeface = { name, font, tables: readTables(bytes), scale: 1000 / font.unitsPerEm };
  loaded.set(name, face);
  return face;
}
