import { describe, expect, it } from 'vitest';
import type { Verification } from '../../../shared/verification/verification.ts';
import { certifies, hasOpenssl, makeSigner, sign } from './openssl-signer.ts';
import { appendUpdate, IQA, type Objects, TOTAL, writePdf } from './small-pdf.ts';
import { bytesOf, codes, fixture, patched, text, verify } from './verifying.ts';

const TINY: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [5 0 R] >>',
  5: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (assessor.signature) /Rect [0 0 0 0] /P 3 0 R >>',
};

/** The bytes that the findings themselves declare to lie outside any signature. */
function declaredOutside({ findings }: Verification): (at: number) => boolean {
  const signed = findings.flatMap((one) => (one.code === 'signed' && one.covers.kind === 'bytes' ? one.covers : []));
  const covered = (at: number) => signed.some((one) => at < one.end && (at < one.holder.from || at >= one.holder.to));
  return (at) => !covered(at);
}

/** The places where a file still counts as intact with that byte changed. */
async function survivors(bytes: Uint8Array, mask: number, step = 1): Promise<readonly number[]> {
  const survived: number[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = patched(bytes, at, [(bytes[at] ?? 0) ^ mask]);
    const verification = await verify(flipped);
    if (verification.verdict !== 'intact') continue;
    survived.push(at);
    expect(declaredOutside(verification)(at), `byte ${at}`).toBe(true);
  }
  return survived;
}

describe.skipIf(!hasOpenssl)('a signed file with one byte changed', () => {
  const ama = hasOpenssl ? makeSigner('Ama Mensah') : { key: '', certificate: '' };
  const small = hasOpenssl ? sign(writePdf(TINY), ama, { dictionary: (TINY[5] ?? '').slice(2, -2) }) : new Uint8Array();

  it('is intact before', async () => {
    expect((await verify(small)).verdict).toBe('intact');
  });

  it.each([0x01, 0xff])('is intact nowhere (bits %i)', async (mask) => {
    expect(await survivors(small, mask)).toEqual([]);
  });

  it('may only spell a digit of the signature itself in the other case', async () => {
    for (const at of await survivors(small, 0x20)) {
      expect(String.fromCharCode(small[at] ?? 0)).toMatch(/[a-fA-F]/);
    }
  });

  it('is found out at the end of a white space, where only white space may stand for it', async () => {
    const trailing = bytesOf(`${text(small)}\n`);
    expect((await verify(trailing)).verdict).toBe('intact');
    expect((await verify(patched(trailing, trailing.length - 1, [0x41]))).verdict).toBe('altered');
  });

  it('is intact only where an unsigned update, declared as such, fills a field', async () => {
    const filled = appendUpdate(sign(writePdf(), ama, { more: certifies(2) }), { 7: `<< ${TOTAL} /V (64) >>` });
    const original = await verify(filled);
    const added = original.findings.find((one) => one.code === 'update-allowed');
    const from = filled.length - (added?.bytes ?? 0);
    for (let at = from; at < filled.length; at++) {
      const verification = await verify(patched(filled, at, [(filled[at] ?? 0) ^ 0x01]));
      if (verification.verdict !== 'intact') continue;
      expect(codes(verification), `byte ${at}`).toContain('update-allowed');
    }
  });
});

describe('a file of poppler with one byte changed', () => {
  it('is intact nowhere but in a certificate that came along twice, and says that those are not protected', async () => {
    const original = fixture('pdfsig-two-signatures.pdf');
    for (const at of await survivors(original, 0x01, 17)) {
      expect(codes(await verify(patched(original, at, [(original[at] ?? 0) ^ 0x01])))).toContain('unprotected-data');
    }
  });
});

describe.skipIf(!hasOpenssl)('a signed file cut short', () => {
  it('is intact only where it ends at a signature', async () => {
    const ama = makeSigner('Ama Mensah');
    const once = sign(writePdf(), ama, { more: certifies(2) });
    const twice = sign(once, ama, { field: 6, dictionary: IQA, number: 21 });
    const ends: number[] = [];
    for (let end = 0; end < twice.length; end += 1) {
      const { verdict } = await verify(twice.subarray(0, end));
      if (verdict === 'intact') ends.push(end);
    }
    expect(ends).toEqual([once.length]);
    expect((await verify(twice.subarray(0, twice.length - 2))).verdict).toBe('altered');
  });
});

describe.skipIf(!hasOpenssl)('a signature moved to another file', () => {
  it('is no signature of that file', async () => {
    const ama = makeSigner('Ama Mensah');
    const pass = writePdf();
    const fail = bytesOf(text(pass).replace('PASS', 'FAIL'));
    const signed = sign(pass, ama);
    const moved = Uint8Array.from(Buffer.concat([fail, signed.subarray(pass.length)]));
    expect((await verify(moved)).verdict).toBe('altered');
    expect(codes(await verify(moved))).toContain('bytes-changed');
  });
});
