import { describe, expect, it } from 'vitest';
import { hasCharacter } from '../../../../electron/exports/fonts/face-characters.ts';
import { FALLBACKS } from '../../../../electron/exports/fonts/faces.ts';
import { typeface } from '../../../../electron/exports/fonts/typeface.ts';

const LAST = 0x10ffff;

describe('the characters of a face', () => {
  it.each(FALLBACKS.regular)('%s has those, out of all of Unicode, that the drawing finds in it', (name) => {
    const { font } = typeface(name);
    const apart: string[] = [];
    let had = 0;
    for (let code = 0; code <= LAST; code += 1) {
      const has = hasCharacter(name, code);
      if (has) had += 1;
      if (has !== font.hasGlyphForCodePoint(code)) apart.push(`U+${code.toString(16)}`);
    }
    expect(apart).toEqual([]);
    expect(had).toBeGreaterThan(2000);
  });
});
