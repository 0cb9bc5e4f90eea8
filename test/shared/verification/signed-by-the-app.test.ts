import { beforeAll, describe, expect, it } from 'vitest';
import { drawPdf } from '../../../electron/exports/pdf/draw-pdf.ts';
import { createIdentity } from '../../../electron/signing/identity.ts';
import { fillFields } from '../../../electron/signing/pades/fill-fields.ts';
import { signPdf } from '../../../electron/signing/pades/sign-pdf.ts';
import { instant, sampleForm } from '../../electron/exports/pdf/sample-form.ts';
import { codes, patched, refusals, sentences, verify } from './verifying.ts';

type SignatureRequest = Parameters<typeof signPdf>[1];

const YEAR = {
  validFrom: instant('2026-01-01T00:00:00.000+00:00'),
  validUntil: instant('2026-12-31T00:00:00.000+00:00'),
};

async function signing(name: string, fieldId: string, signedAt: string, more: Partial<SignatureRequest> = {}) {
  const { privateKey, certificate } = await createIdentity({ name, roles: [], centre: 'Northgate', ...YEAR });
  const common = { signerName: name, reason: '', location: 'Northgate', certify: false, appearance: [name] };
  const request: SignatureRequest = {
    ...common,
    fieldId,
    privateKey,
    certificate,
    signedAt: instant(signedAt),
    ...more,
  };
  return (pdf: Uint8Array) => signPdf(pdf, request);
}

describe('a mark sheet of the app, signed by three people', () => {
  let drawn: Uint8Array;
  let first: Uint8Array;
  let second: Uint8Array;
  let third: Uint8Array;

  beforeAll(async () => {
    const assessor = await signing('Ama Mensah', 'assessor.signature', '2026-11-22T14:02:03.000+00:00', {
      certify: true,
    });
    const iqa = await signing('Rhys Pryce', 'iqa.signature', '2026-11-25T09:30:00.000+00:00', {
      lock: ['qa.total', 'qa.outcome'],
    });
    const ev = await signing('Eleri Vaughan', 'ev.signature', '2026-12-01T11:00:00.000+00:00');
    drawn = await drawPdf(sampleForm());
    first = await assessor(drawn);
    const checked = await fillFields(first, [
      { fieldId: 'qa.total', value: '69' },
      { fieldId: 'qa.outcome', value: 'REFERRAL' },
    ]);
    second = await iqa(checked);
    third = await ev(await fillFields(second, [{ fieldId: 'ev.date', value: '1 Dec 2026' }]));
  });

  it('is not checkable before, intact after each signature', async () => {
    expect(codes(await verify(drawn))).toEqual(['pdf-unsigned']);
    for (const signed of [first, second, third]) {
      const verification = await verify(signed);
      expect(refusals(verification)).toEqual([]);
      expect(verification.verdict).toBe('intact');
      expect(verification.findings.filter((one) => one.severity === 'warning')).toEqual([]);
    }
  });

  it('tells who signed what, when, and what was filled in between', async () => {
    const said = sentences(await verify(third));
    expect(said).toMatch(/Signed by Ama Mensah on 22 Nov 2026, 14:02 \+00:00 by the signing computer’s clock\./);
    expect(said).toContain('Ama Mensah certified the document: after the signature, fields may be filled in');
    expect(said).toMatch(
      /They filled in “qa.total” with “69” and “qa.outcome” with “REFERRAL” and signed “iqa.signature”/,
    );
    expect(said).toMatch(/They filled in “ev.date” with “1 Dec 2026” and signed “ev.signature”, which was allowed\./);
    expect(said).toMatch(/Signed by Eleri Vaughan on 1 Dec 2026, 11:00 \+00:00 .* The signature covers the whole file/);
    expect(said.match(/not judged: no register at hand/g)).toHaveLength(3);
    expect(said).not.toMatch(/\bvalid\b/i);
  });

  it('is altered wherever a byte of the form itself changes', async () => {
    for (let at = 0; at < first.length; at += 997) {
      expect((await verify(patched(third, at, [(third[at] ?? 0) ^ 0x04]))).verdict, `byte ${at}`).not.toBe('intact');
    }
  });

  it('warns of a time outside the certificate’s validity and of times out of order, and says no more by it', async () => {
    const early = await signing('Rhys Pryce', 'iqa.signature', '2025-11-25T09:30:00.000+00:00');
    const verification = await verify(await early(first));
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toContain('time-out-of-order');
    expect(sentences(verification)).toContain(
      'lies outside the validity of the certificate (1 Jan 2026, 00:00 +00:00 to 31 Dec 2026, 00:00 +00:00)',
    );
  });
});
