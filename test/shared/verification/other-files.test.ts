import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, codes, sentences, verify } from './verifying.ts';

describe('a file that is no signed PDF', () => {
  it('is not checkable as a DOCX that is none', async () => {
    const docx = Uint8Array.from([...bytesOf('PK\u0003\u0004'), ...deflateRawSync('x')]);
    const verification = await verify(docx, 'R Jones-ABC123-012345-8316-602(1).DOCX');
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toBe(
      'The DOCX is packed as no program packs one: its end is missing, so it was cut short or is none.',
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
