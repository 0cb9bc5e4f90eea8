import { describe, expect, it } from 'vitest';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { ama, filesOf, sheetBy, twoFacedFiles } from './signed-sheets.ts';

const plain = sheetBy(ama);
const warned = sheetBy(ama, {
  acknowledged: [
    { code: 'declared-after-received', section: null },
    { code: 'another-learners-name', section: 'context' },
    { code: 'same-feedback', section: 'plan' },
  ],
});
const of = (acknowledged: SignedSheet['acknowledged']): SignedSheet => ({
  ...plain,
  ...(acknowledged && { acknowledged }),
});
const LINE = 'Warnings seen by the assessor before signing: the declaration is dated after the date received; ';

const both = async ({ pdf, docx }: { readonly pdf: Uint8Array; readonly docx: Uint8Array }) => [
  await verify(pdf, 'sheet.pdf'),
  await verify(docx, 'sheet.docx'),
];

describe('the warnings that an assessor had seen', () => {
  it('stand in the record of an honest sheet, which is intact', async () => {
    for (const verification of await both(await filesOf(warned))) {
      expect(verification.verdict, sentences(verification)).toBe('intact');
      expect(codes(verification)).toContain('page-agrees');
    }
  });

  it('are no part of a sheet that was signed without any', async () => {
    for (const verification of await both(await filesOf(plain))) expect(verification.verdict).toBe('intact');
  });

  it('of a code that a later version knows are compared as they stand', async () => {
    const later = of([{ code: 'warning-of-tomorrow', section: 'context', criterion: 'c-9' }]);
    for (const verification of await both(await filesOf(later))) expect(verification.verdict).toBe('intact');
  });

  it.each<[string, SignedSheet, SignedSheet]>([
    ['none on the pages', plain, warned],
    ['some on the pages that the data have not', warned, plain],
    ['one less on the pages', of(warned.acknowledged?.slice(0, 2)), warned],
    ['one more on the pages', warned, of(warned.acknowledged?.slice(0, 2))],
    [
      'another place',
      of([{ code: 'same-feedback', section: 'feedback' }]),
      of([{ code: 'same-feedback', section: 'plan' }]),
    ],
  ])('are found wrong: %s', async (_, printed, data) => {
    for (const verification of await both(await twoFacedFiles(printed, { sheet: data }))) {
      expect(verification.verdict).toBe('altered');
      expect(sentences(verification)).toContain('as the warnings that the assessor had seen');
      expect(conclusion(verification)).toMatch(/^WRONG/);
    }
  });

  it('say in words what was warned of and where', async () => {
    const { pdf } = await twoFacedFiles(plain, { sheet: warned });
    expect(sentences(await verify(pdf, 'sheet.pdf'))).toContain(LINE);
  });
});
