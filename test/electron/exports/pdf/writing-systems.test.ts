import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingCharacters } from '../../../../electron/exports/fonts/missing-characters.ts';
import { MissingCharacterError } from '../../../../electron/exports/fonts/shape.ts';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { placedText, readAloud } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const TEXTS: readonly (readonly [string, string])[] = [
  ['Greek', 'Η αξιολόγηση είναι σαφής και τεκμηριωμένη.'],
  ['Cyrillic', 'Оценка ясна, и план действий убедителен.'],
  ['Vietnamese', 'Đánh giá rõ ràng, kế hoạch hành động thuyết phục.'],
  ['Hebrew', 'הלומדת מציגה ניתוח ביקורתי של הניהול שלה'],
  ['pointed Hebrew', 'שָׁלוֹם עֲלֵיכֶם'],
  ['Arabic', 'يقدم المتعلم تحليلا نقديا لأدائه الإداري ولا بأس'],
  ['decomposed accents', 'e\u0301te\u0301 a\u0308o\u0308u\u0308 q\u0303\u0323'],
  ['symbols', '½ ① ☒ → ≥ € “quoted” – — … ﬁ 😀'],
  ['characters of fallback faces', '𝔄𝔅ℭ'],
];

/** One sheet holds eight texts: four strengths, four areas for improvement. */
async function sheetWith(texts: readonly string[]): Promise<Uint8Array> {
  return drawPdf(sampleForm({ strengths: texts.slice(0, 4), improvements: texts.slice(4, 8) }));
}

describe('writing systems', async () => {
  const texts = TEXTS.map(([, text]) => text);
  const sheets = [await sheetWith(texts.slice(0, 8)), await sheetWith(texts.slice(8))];
  const said = sheets.map(readAloud).join('\n');
  const copied = sheets.map(placedText).join('\n');

  it.each(TEXTS)('prints %s so that it is read and copied as written', (_, text) => {
    expect(missingCharacters(text)).toEqual([]);
    expect(said).toContain(text);
    for (const word of text.split(' ')) expect(copied).toContain(word);
  });

  it('reads vowelled Arabic as it was written', async () => {
    expect(readAloud(await drawPdf(sampleForm({ strengths: ['بِسْمِ العَمَلِ'] })))).toContain('بِسْمِ العَمَلِ');
  });

  it('reads mixed directions in the order in which they were written', async () => {
    const text = 'הלומדת (עם נתונים) used GROW (2019), וזה טוב. Then: 3-4 pages.';
    expect(readAloud(await drawPdf(sampleForm({ strengths: [text] })))).toContain(text);
  });

  it('carries names of 200 accented letters and names read from the right', async () => {
    const learner = 'Zoë-Françoise Ångström-Nguyễn '.repeat(7).slice(0, 200).trim();
    expect(readAloud(await drawPdf(sampleForm({ learner })))).toContain(`Learner Name: ${learner}`);
    expect(readAloud(await drawPdf(sampleForm({ learner: 'שרה כהן' })))).toContain('Learner Name: שרה כהן');
  });

  it('reads back any words of the scripts it knows', async () => {
    const letter = fc.constantFrom(...'abcXYZéßŁαβγΩжшЯאבגםابتلا0123456789(),.-/&<');
    const words = fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 60 });
    const eight = fc.array(words, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(eight, async (made) => {
        const texts = made.map((each) => each.join(' '));
        const said = readAloud(await sheetWith(texts));
        for (const text of texts) expect(said).toContain(text);
      }),
      { numRuns: 3 },
    );
  });
});

describe('characters that no embedded font has', () => {
  it('are listed, each once: by code point, control characters and lone surrogates too', () => {
    expect(missingCharacters('漢字 and 漢, \u0007\ud800 ok\t\r\n')).toEqual(['漢', '字', '\u0007', '\ud800']);
    expect(missingCharacters('👍🏽 fine')).toEqual(['👍', '🏽']);
    expect(missingCharacters('soft\u00adhyphen, joiner\u200d, mark\u200f, no-break\u00a0space')).toEqual([]);
  });

  it('are never left out in silence', async () => {
    await expect(drawPdf(sampleForm({ strengths: ['She wrote 漢字.'] }))).rejects.toThrow(MissingCharacterError);
    await expect(drawPdf(sampleForm({ learner: 'Bell\u0007' }))).rejects.toThrow('U+0007');
  });
});
