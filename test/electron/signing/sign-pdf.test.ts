import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../electron/exports/pdf/draw-pdf.ts';
import { signPdf } from '../../../electron/signing/pades/sign-pdf.ts';
import {
  complaints,
  hasPreflight,
  objectJson,
  placedText,
  preflight,
  readAloud,
  withObjectStreams,
} from '../exports/pdf/pdf-tools.ts';
import { feedback, sampleForm } from '../exports/pdf/sample-form.ts';
import { extract, opensslVerdict, pdfsig, printedCms, reportOn } from './signature-tools.ts';
import { assessor, ev, iqa, request } from './signers.ts';

const unsigned = await drawPdf(sampleForm({ strengths: [feedback(2000, 1)] }));

async function signedByAll(pdf: Uint8Array): Promise<readonly [Uint8Array, Uint8Array, Uint8Array]> {
  const first = await signPdf(pdf, request('assessor.signature', assessor, 'Zoë Ångström-Nguyễn', { certify: true }));
  const second = await signPdf(
    first,
    request('iqa.signature', iqa, 'Ελένη Παπαδοπούλου', { lock: ['iqa.name', 'ev.date'] }),
  );
  return [first, second, await signPdf(second, request('ev.signature', ev, 'שרה כהן'))];
}

const [first, second, third] = await signedByAll(unsigned);

describe('a signed PDF', () => {
  it('is valid for pdfsig, and wholly signed', () => {
    const report = reportOn(first, 'assessor/signature');
    expect(report).toContain('Signature is Valid.');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
    expect(report).toContain('Signing Hash Algorithm: SHA-256');
    expect(report).toContain('Signing Time: Nov 22 2026 08:32:03');
    expect(report).toContain('CN=Zoë Ångström-Nguyễn,OU=assessor,O=Northgate Management Centre');
  });

  it('is valid CAdES for openssl over the bytes it names, and says no time of its own', () => {
    const [signature, ...others] = extract(first);
    if (!signature) throw new Error('No signature found');
    expect(others).toEqual([]);
    expect(opensslVerdict(signature, assessor.certificate)).toBe('CAdES Verification successful');
    expect(opensslVerdict(signature, iqa.certificate)).not.toContain('successful');
    const cms = printedCms(signature.cms);
    expect(cms).toMatch(/signedAttrs:[\s\S]*contentType[\s\S]*messageDigest[\s\S]*id-smime-aa-signingCertificateV2/);
    expect(cms).not.toContain('signingTime');
    expect(cms).toContain('unsignedAttrs:\n          <ABSENT>');
  });

  it('begins with the bytes that were there, and keeps the file’s identifier', () => {
    expect(Buffer.from(first).subarray(0, unsigned.length).equals(Buffer.from(unsigned))).toBe(true);
    expect(Buffer.from(third).subarray(0, second.length).equals(Buffer.from(second))).toBe(true);
    const ids = [
      ...Buffer.from(third)
        .toString('latin1')
        .matchAll(/\/ID \[([^\]]*)\]/g),
    ].map((match) => match[1]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
  });

  it('has no complaint of qpdf against it', () => {
    for (const pdf of [first, second, third]) expect(complaints(pdf)).toBe('');
  });

  it('keeps three signatures valid, one after another', () => {
    for (const { report } of pdfsig(third)) expect(report).toContain('Signature is Valid.');
    expect(
      pdfsig(third)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['assessor/signature', 'ev/signature', 'iqa/signature']);
    expect(reportOn(third, 'ev/signature')).toContain('Total document signed');
    const verdicts = extract(third).map((signature, index) =>
      opensslVerdict(signature, ([assessor, iqa, ev][index] ?? ev).certificate),
    );
    expect(verdicts).toEqual(Array(3).fill('CAdES Verification successful'));
  });

  it('certifies first, and later locks what it is told or what the form laid down', () => {
    const json = objectJson(third).replace(/\s+/g, ' ');
    expect(json).toContain('"/P": 2,');
    expect(json).toMatch(/"\/Perms": \{ "\/DocMDP": "\d+ 0 R" \}/);
    const marks = ['0', '1', '2', '3'].map((section) => `"u:qa/mark/${section}"`);
    const names = [...marks, '"u:qa/total"', '"u:qa/outcome"', '"u:iqa/date"', '"u:iqa/name"', '"u:ev/date"'].join(
      ', ',
    );
    expect(json).toContain(`"/Fields": [ ${names} ], "/Type": "/TransformParams"`);
    expect(json).toContain('"/Fields": [ "u:ev/date" ], "/Type": "/TransformParams"');
    expect(json.match(/"\/TransformMethod": "\/DocMDP"/g)).toHaveLength(1);
  });

  it('shows each signature on its line, in any script', () => {
    const text = placedText(third);
    for (const name of ['Zoë Ångström-Nguyễn', 'Ελένη Παπαδοπούλου', 'שרה כהן']) {
      expect(text).toContain(`Signed electronically by ${name}`);
    }
    expect(readAloud(third)).toBe(readAloud(unsigned));
  });

  it('leaves the laid out appearance where the page itself shows the lines', async () => {
    const pdf = await signPdf(unsigned, request('assessor.signature', assessor, 'Zoë', { appearance: [] }));
    expect(reportOn(pdf, 'assessor/signature')).toContain('Signature is Valid.');
    expect(pdf.length - unsigned.length).toBeLessThan(5500);
  });

  it('sets an appearance of any length into its place', async () => {
    const appearance = [`Signed electronically by ${'Françoise-Zoë '.repeat(15)}`, 'ж'.repeat(300)];
    const pdf = await signPdf(unsigned, request('assessor.signature', assessor, 'Zoë', { appearance }));
    expect(placedText(pdf).match(/ж/g)).toHaveLength(300);
    expect(placedText(pdf).match(/Françoise-/g)).toHaveLength(15);
  });

  it.each([
    ['in the text', (pdf: Buffer) => pdf.indexOf('stream\n') + 40],
    ['at the first byte that counts', () => 12],
    ['in the signature’s own reason', (pdf: Buffer) => pdf.indexOf('/Location (Northgate') + 12],
    ['after the signature’s place', (pdf: Buffer) => pdf.length - 4],
  ])('is invalid once a byte is altered %s', (_, place) => {
    const altered = Buffer.from(first);
    const at = place(altered);
    altered[at] = (altered[at] ?? 0) ^ 0x01;
    const [signature] = extract(altered);
    if (!signature) throw new Error('No signature found');
    expect(opensslVerdict(signature, assessor.certificate)).toContain('CAdES Verification failure');
    expect(reportOn(altered, 'assessor/signature')).not.toContain('Signature is Valid.');
  });

  it('no longer covers all of a file that something was added to', () => {
    const longer = Buffer.concat([first, Buffer.from('% added\n')]);
    expect(reportOn(longer, 'assessor/signature')).toContain('Not total document signed');
  });

  it('is made in files with object streams too, in their own form', async () => {
    const [, , pdf] = await signedByAll(withObjectStreams(unsigned));
    expect(complaints(pdf)).toBe('');
    for (const { report } of pdfsig(pdf)) expect(report).toContain('Signature is Valid.');
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\nxref\n/);
  });

  it.skipIf(!hasPreflight)('stays PDF/A for preflight through every signature', { timeout: 60_000 }, async () => {
    const drawn = await drawPdf(sampleForm({ learner: 'Zoë Ångström' }), { conformance: 'PDF/A-1b' });
    for (const pdf of await signedByAll(drawn)) expect(preflight(pdf)).toBe('The file is a valid PDF/A-1b file');
  });
});

describe('signing refuses', () => {
  const wrong = (fieldId: string, more = {}) => signPdf(first, request(fieldId, iqa, 'Ελένη', more));

  it('a field that is not there, is not for signatures, or is signed', async () => {
    await expect(wrong('nobody.signature')).rejects.toThrow('no field "nobody.signature"');
    await expect(wrong('iqa.name')).rejects.toThrow('not for a signature');
    await expect(wrong('iqa.signature', { lock: ['qa.mark.9'] })).rejects.toThrow('no field "qa.mark.9"');
    await expect(wrong('assessor.signature')).rejects.toThrow('signed already');
  });

  it('to certify twice', async () => {
    await expect(wrong('iqa.signature', { certify: true })).rejects.toThrow('certified already');
  });

  it('what is no PDF', async () => {
    const sign = (pdf: Uint8Array) => signPdf(pdf, request('iqa.signature', iqa, 'Ελένη'));
    await expect(sign(Buffer.from('no PDF at all'))).rejects.toThrow('startxref');
    await expect(sign(first.subarray(0, first.length - 200))).rejects.toThrow();
  });
});
