import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, codes, sentences, verify } from './verifying.ts';

describe('a file that is no signed PDF', () => {
  it('is not checkable as a DOCX, which points at the PDF and promises nothing', async () => {
    const docx = Uint8Array.from([...bytesOf('PK\u0003\u0004'), ...deflateRawSync('x')]);
    const verification = await verify(docx, 'R Jones-ABC123-012345-8316-602(1).DOCX');
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toBe(
      'A DOCX of this app carries no digital signature yet, only the printed digest of its sheet, which nobody can check from the DOCX alone. Verify the PDF of the same sheet instead.',
    );
  });

  it.each([
    ['an empty file', '', 'file-empty'],
    ['another ZIP', 'PK\u0003\u0004', 'type-not-checked'],
    ['text', 'Signed by Ama Mensah', 'type-not-checked'],
    ['a PDF with something before it', 'x%PDF-1.7\n', 'type-not-checked'],
  ])('is not checkable: %s', async (_, content, code) => {
    const verification = await verify(bytesOf(content));
    expect(codes(verification)).toEqual([code]);
    expect(verification.verdict).toBe('not-checkable');
  });
});
