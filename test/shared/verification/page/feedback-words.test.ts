import { describe, expect, it } from 'vitest';
import { plainLines } from '../../../../shared/documents/cells.ts';
import type { CellContent, FormDocument } from '../../../../shared/documents/document.ts';
import type { SectionEntry, SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { OpcPackage } from '../../../../shared/verification/docx/opc-package.ts';
import { comparePage } from '../../../../shared/verification/page/compare-page.ts';
import { readDocxWords } from '../../../../shared/verification/page/docx-words.ts';
import { comparable, type PageWords } from '../../../../shared/verification/page/page-words.ts';
import { readPdfWords } from '../../../../shared/verification/page/pdf-words.ts';
import { PdfFile } from '../../../../shared/verification/pdf/pdf-file.ts';
import { judgedSheetOf } from '../../documents/evidence-sheets.ts';
import { entry } from '../../documents/sheets.ts';
import { ama, filesOf, sheetBy, twoFacedFiles } from '../data/signed-sheets.ts';

const strengths =
  'The depot is **clear** from the first page.\n- costs for **both** years\n- a named owner\n> [3] “61 % of its capacity” (p 4)';
const improvements = 'Say who decides.\n\n- \n> “elsewhere” in a\\*\\*b\n- one **last** point';
const words = (file: Uint8Array, kind: 'pdf' | 'docx'): PageWords => {
  if (kind === 'docx') return readDocxWords(new OpcPackage(file));
  const pdf = new PdfFile(file);
  return readPdfWords(pdf, pdf.revisionEndingAt(file.length));
};

/** A sheet with these words in its first section. */
function sheetSaying(more: Partial<SectionEntry>): SignedSheet {
  const sheet = sheetBy(ama);
  return {
    ...sheet,
    sections: [entry('context', 7, { strengths, improvements, ...more }), ...sheet.sections.slice(1)],
  };
}

function wrongFacts(page: PageWords, sheet: SignedSheet, digest: SignedSheet['chainHead']): readonly string[] {
  return comparePage(page, { format: 'countersign-attachment/1', sheet, digest, docx: null }, null).flatMap((one) =>
    one.code === 'page-disagrees' ? one.fact : one.code === 'page-says-more' ? one.where : [],
  );
}

describe.each(['pdf', 'docx'] as const)('feedback with signs in the %s', (kind) => {
  it('agrees with the page, which shows no sign', async () => {
    const sheet = sheetSaying({});
    const { digest, ...files } = await filesOf(sheet);
    const page = words(files[kind], kind);
    expect(wrongFacts(page, sheet, digest)).toEqual([]);
    expect(page.text).toContain(comparable('The depot is clear from the first page.'));
    expect(page.text).toContain(comparable('[3] “61 % of its capacity” (p 4)'));
    expect(page.text).toContain(comparable('“elsewhere” in a**b'));
    expect(page.text).not.toMatch(/\*\*(clear|both|last)|>\[3\]|-anamedowner/);
  });

  it('finds another letter anywhere in it', async () => {
    const sheet = sheetSaying({});
    const { digest, ...files } = await filesOf(sheet);
    const page = words(files[kind], kind);
    const start = page.text.indexOf(comparable('The depot is'));
    const end = page.text.indexOf(comparable('last point'), start) + comparable('last point').length;
    expect(end - start).toBeGreaterThan(120);
    const unseen = Array.from({ length: end - start }, (_, index) => start + index).filter((at) => {
      const text = `${page.text.slice(0, at)}¤${page.text.slice(at + 1)}`;
      return wrongFacts({ ...page, text }, sheet, digest).length === 0;
    });
    expect(unseen).toEqual([]);
  });

  it.each([
    ['a word', strengths.replace('named', 'shared')],
    ['a bold word', strengths.replace('**clear**', '**vague**')],
    ['the number of a quotation', strengths.replace('[3]', '[4]')],
    ['the number of a quotation that has none', strengths.replace('[3] ', '')],
    ['the words of a quotation', strengths.replace('61', '16')],
    ['a bullet left out', strengths.replace('\n- a named owner', '')],
    ['a bullet more', `${strengths}\n- and more`],
  ])('finds that the page has another text: %s', async (_what, printed) => {
    const sheet = sheetSaying({});
    const { [kind]: file } = await twoFacedFiles(sheetSaying({ strengths: printed }), { sheet });
    const { digest } = await filesOf(sheet);
    expect(wrongFacts(words(file, kind), sheet, digest)).not.toEqual([]);
  });

  it('agrees with a page on which it was printed as it was typed, as it was before it had signs', async () => {
    const sheet = sheetSaying({ improvements: '- as typed **before**' });
    const asTyped = (content: CellContent, text: string): CellContent =>
      content.kind === 'feedback' ? plainLines(text) : content;
    const fill = (document: FormDocument): FormDocument => ({
      ...document,
      body: document.body.map((block) => {
        if (block.kind !== 'table' || !block.summary.startsWith('Criteria with')) return block;
        const [first, ...rows] = block.rows;
        if (!first) return block;
        const texts = ['', strengths, '- as typed **before**'];
        const cells = first.cells.map((cell, column) => ({
          ...cell,
          content: cell.content.map((one) => asTyped(one, texts[column] ?? '')),
        }));
        return { ...block, rows: [{ ...first, cells }, ...rows] };
      }),
    });
    const { [kind]: file } = await twoFacedFiles(sheet, { sheet }, { fill });
    const { digest } = await filesOf(sheet);
    const page = words(file, kind);
    expect(page.text).toContain('-astyped**before**');
    expect(wrongFacts(page, sheet, digest)).toEqual([]);
  });

  it('holds the judgement of a criterion against the page too', async () => {
    const judged = judgedSheetOf();
    const judgement = 'Shown **twice**\n- once at the depot\n- once at the yard';
    const say = (text: string): SignedSheet => ({
      ...sheetBy(ama, judged),
      sections: judged.sections.map((one) => ({
        ...one,
        criteria: one.criteria.map((each) => ({ ...each, ...(each.judgement ? { judgement: text } : {}) })),
      })),
    });
    const sheet = say(judgement);
    const { digest, ...files } = await filesOf(sheet);
    expect(wrongFacts(words(files[kind], kind), sheet, digest)).toEqual([]);
    const { [kind]: other } = await twoFacedFiles(say(judgement.replace('yard', 'mill')), { sheet });
    expect(wrongFacts(words(other, kind), sheet, digest)).not.toEqual([]);
  });
});
