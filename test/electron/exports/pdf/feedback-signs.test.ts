import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { complaints, fonts, placedText, placedWords, readAloud, structureText } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const STRENGTHS =
  'The depot is **clear**.\n- costs for both years\n- a **named** owner, whose part in the plan runs over more than a line of this column\n> [3] “61 % of its capacity, which is more than anybody had said before” (p 4)\nAnd so on.';

async function drawn(strengths: string): Promise<Uint8Array> {
  return drawPdf(sampleForm({ strengths: [strengths], improvements: ['Nothing.'] }));
}

describe('feedback with signs on the form', () => {
  it('is read out as paragraphs, a list and a quotation, without its signs', async () => {
    const pdf = await drawn(STRENGTHS);
    const said = readAloud(pdf).replace(/\s+/g, ' ');
    expect(said).toContain('The depot is clear.');
    expect(said).toContain('• costs for both years');
    expect(said).toContain('[3] “61 % of its capacity, which is more than anybody had said before” (p 4)');
    expect(said).not.toMatch(/\*\*|> |- costs/);
    const tree = structureText(pdf);
    expect(tree).toMatch(/L \(block\):?[\s\S]*?LI \(block\)[\s\S]*?Lbl[\s\S]*?LBody[\s\S]*?"costs for both years"/);
    expect(tree).toMatch(/BlockQuote[\s\S]{0,80}?P \(block\)[\s\S]*?"\[3\] “61/);
    expect(complaints(pdf)).toBe('');
  });

  it('sets a quotation in from both sides, and bold words in the bold face', async () => {
    const words = placedWords(await drawn(STRENGTHS));
    const leftOf = (text: string) => words.find((one) => one.text === text)?.box[0] ?? Number.NaN;
    expect(leftOf('[3]')).toBeGreaterThan(leftOf('And') + 5);
    expect(leftOf('costs')).toBeGreaterThan(leftOf('And') + 5);
    const [plain, bold] = await Promise.all([drawn('costed'), drawn('**costed**')]);
    const [thin = 0, thick = 0] = [plain, bold].map((pdf) => {
      const [left = 0, , right = 0] = placedWords(pdf).find((one) => one.text === 'costed')?.box ?? [];
      return right - left;
    });
    expect(thin).toBeGreaterThan(0);
    expect(thick).toBeGreaterThan(thin);
    expect(fonts(bold).length).toBe(2);
  });

  it('breaks no line where a word only changes its weight', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `un**broken${index}**ness`).join(' ');
    const said = readAloud(await drawn(text)).replace(/\s+/g, ' ');
    expect(said).toContain(text.replaceAll('**', ''));
    const whole = placedText(await drawn(text)).match(/unbroken\d+ness/g) ?? [];
    expect(whole).toHaveLength(60);
  });

  it('flows a list, a quotation and bold words of 20,000 characters over pages whole, in any direction', async () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      index % 3 === 2
        ? `> [${index}] “quoted words of line ${index}” (p ${index})`
        : `- point **${index}** of many that must all be there`,
    );
    const pdf = await drawn([...lines, '- هذا **تقييم** جيد'].join('\n'));
    const said = readAloud(pdf).replace(/\s+/g, ' ');
    for (let index = 0; index < 200; index += 1) {
      expect(said).toContain(
        index % 3 === 2
          ? `[${index}] “quoted words of line ${index}” (p ${index})`
          : `point ${index} of many that must all be there`,
      );
    }
    expect(said).toContain('هذا تقييم جيد');
    expect(placedText(pdf).match(/Criteria\s+Strengths\s+Areas for Improvement/g)?.length).toBeGreaterThan(2);
    expect(complaints(pdf)).toBe('');
  });

  it('shows signs that are meant as such, and no bullet where there are no words', async () => {
    const said = readAloud(await drawn('\\- no bullet\n- \n2 \\*\\* 3\n- \n> '));
    expect(said).toContain('- no bullet');
    expect(said).toContain('2 ** 3');
    expect(said.match(/•/g)?.length ?? 0).toBe((readAloud(await drawn('')).match(/•/g) ?? []).length);
  });
});
