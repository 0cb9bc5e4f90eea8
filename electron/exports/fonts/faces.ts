import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The embedded faces, in the order in which they are asked for a character. */
export type FaceName = 'regular' | 'bold' | 'mono' | 'serif' | 'math';

export const FACE_FILES: Readonly<Record<FaceName, string>> = {
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

/** The bytes of a face's file. Throws where it is missing. */
export function readFace(name: FaceName): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  return readFileSync(join(folder, 'ttf', FACE_FILES[name]));
}
