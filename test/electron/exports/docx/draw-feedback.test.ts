import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { digestOf, entry, sheetOf } from '../../../shared/documents/sheets.ts';

/** The sheet's page as HTML, as another program reads the DOCX. */
async function readAs(strengths: string): Promise<string> {
  const sheet = sheetOf({ sections: [entry('context', 7, { strengths }), ...sheetOf().sections.slice(1)] });
  const bytes = await drawDocx(markSheetDocument({ sheet, digest: digestOf('1') }));
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
}

it('has a real list, bold runs and a quotation with its number', async () => {
  const html = await readAs('A **costed** plan\n- first\n- **second** one\n> [3] “said” (p 4)\nAnd on.');
  expect(html).toContain(
    '<p>A <strong>costed</strong> plan</p><ul><li>first</li><li><strong>second</strong> one</li></ul>' +
      '<p>[3] “said” (p 4)</p><p>And on.</p>',
  );
});

it('shows signs that are meant as such', async () => {
  const html = await readAs('\\- no bullet\n2 \\*\\* 3 ** 4');
  expect(html).toContain('<p>- no bullet</p><p>2 ** 3 ** 4</p>');
});
