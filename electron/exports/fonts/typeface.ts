import { create, type Font } from 'fontkit';
import { FACE_FILES, type FaceName, readFace } from './faces.ts';
import { readTables, type TrueTypeTables } from './true-type-tables.ts';

/** A parsed font, read once for the life of the process and shared by every document. */
export type Typeface = {
  readonly name: FaceName;
  readonly font: Font;
  readonly tables: TrueTypeTables;
  /** Thousandths of an em for one unit of the font. */
  readonly scale: number;
};

const loaded = new Map<FaceName, Typeface>();

/** The face of that name. Throws if the font's file is missing or is no TrueType font. */
export function typeface(name: FaceName): Typeface {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFace(name);
  const font = create(bytes);
  if (!('layout' in font)) throw new Error(`${FACE_FILES[name]} is a collection, not a font`);
  const face: Typeface = { name, font, tables: readTables(bytes), scale: 1000 / font.unitsPerEm };
  loaded.set(name, face);
  return face;
}
