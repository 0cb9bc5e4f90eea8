import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ama } from './data/signed-sheets.ts';
import { bytesOf, codes, patched, sentences, verify } from './verifying.ts';

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

describe('a certificate by itself', () => {
  const certificate = Uint8Array.from(ama.certificate);

  it('is intact as its own key signed it, with the words to compare by telephone', async () => {
    const verification = await verify(certificate, 'countersign-certificate Ama Mensah.cer');
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toEqual(['certificate-whole', 'trust-not-judged']);
    expect(sentences(verification)).toMatch(/Certificate of Ama Mensah, for .* nothing of whose it is\./);
    expect(verification.trust[0]?.fingerprint).toBe(ama.fingerprint);
  });

  it('is never intact with any byte changed, cut off or put behind', async () => {
    for (const at of certificate.keys()) {
      const changed = await verify(patched(certificate, at, [(certificate[at] ?? 0) ^ 0x01]), 'a.cer');
      expect(changed.verdict, `byte ${at}`).not.toBe('intact');
    }
    const name = Buffer.from(certificate).lastIndexOf('Ama Mensah');
    // The issuer's name stands first; where the two differ, it is nobody's own certificate.
    expect((await verify(patched(certificate, name, [0x42]), 'a.cer')).verdict).toBe('not-checkable');
    expect((await verify(certificate.subarray(0, -1), 'a.cer')).verdict).toBe('not-checkable');
    expect((await verify(Uint8Array.from([...certificate, 0]), 'a.cer')).verdict).toBe('not-checkable');
  });

  it('is altered under another name', async () => {
    const text = Buffer.from(certificate).toString('latin1').replaceAll('Ama Mensah', 'Ama Mensak');
    const verification = await verify(Uint8Array.from(Buffer.from(text, 'latin1')), 'a.cer');
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('The certificate that names Ama Mensak is not as its own key signed it');
  });
});
