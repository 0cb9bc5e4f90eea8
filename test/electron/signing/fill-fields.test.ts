import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../electron/exports/pdf/draw-pdf.ts';
import { fillFields } from '../../../electron/signing/pades/fill-fields.ts';
import { signPdf } from '../../../electron/signing/pades/sign-pdf.ts';
import { complaints, fonts, hasPreflight, objectJson, placedText, preflight } from '../exports/pdf/pdf-tools.ts';
import { sampleForm } from '../exports/pdf/sample-form.ts';
import { pdfsig } from './signature-tools.ts';
import { assessor, iqa, request } from './signers.ts';

const VALUES = [
  { fieldId: 'qa.mark.0', value: '7' },
  { fieldId: 'qa.total', value: '70' },
  { fieldId: 'qa.outcome', value: 'REFERRAL' },
  { fieldId: 'iqa.name', value: 'Ελένη Παπαδοπούλου (שרה)' },
  { fieldId: 'iqa.date', value: '2 Dec 2026' },
];

const certified = await signPdf(
  await drawPdf(sampleForm()),
  request('assessor.signature', assessor, 'Zoë', { certify: true }),
);

describe('filling fields in a signed form', () => {
  it('adds the values and what they look like, and leaves the signature valid', async () => {
    const filled = await fillFields(certified, VALUES);
    expect(Buffer.from(filled).subarray(0, certified.length).equals(Buffer.from(certified))).toBe(true);
    expect(complaints(filled)).toBe('');
    expect(pdfsig(filled)[0]?.report).toContain('Signature is Valid.');
    const text = placedText(filled);
    for (const words of ['7', '70', 'REFERRAL', 'Name of IQA: Ελένη Παπαδοπούλου', 'Date of IQA check: 2 Dec 2026']) {
      expect(text).toContain(words);
    }
    expect(objectJson(filled)).toContain('"/V": "u:Ελένη Παπαδοπούλου (שרה)"');
    expect(fonts(filled).every((font) => /yes yes yes/.test(font))).toBe(true);
  });

  it('is then signed and locked by who filled it in', async () => {
    const signed = await signPdf(await fillFields(certified, VALUES), request('iqa.signature', iqa, 'Ελένη'));
    for (const { report } of pdfsig(signed)) expect(report).toContain('Signature is Valid.');
    await expect(fillFields(signed, [{ fieldId: 'qa.mark.0', value: '9' }])).rejects.toThrow('locked by a signature');
    const dated = await fillFields(signed, [{ fieldId: 'ev.date', value: '12 Jan 2027' }]);
    for (const { report } of pdfsig(dated)) expect(report).toContain('Signature is Valid.');
    expect(placedText(dated)).toContain('Date externally verified (where applicable): 12 Jan 2027');
  });

  it('sets a long value so that all of it is seen, and clears with an empty one', async () => {
    const name = 'Françoise-Zoë Ångström '.repeat(9).trim();
    const filled = await fillFields(certified, [{ fieldId: 'iqa.name', value: name }]);
    expect(placedText(filled).match(/Françoise-/g)).toHaveLength(9);
    const cleared = await fillFields(filled, [{ fieldId: 'iqa.name', value: '' }]);
    expect(placedText(cleared)).not.toContain('Françoise-');
  });

  it('changes nothing where there is nothing to fill', async () => {
    expect(await fillFields(certified, [])).toBe(certified);
  });

  it.skipIf(!hasPreflight)('keeps the form PDF/A for preflight', { timeout: 60_000 }, async () => {
    const filled = await fillFields(await drawPdf(sampleForm(), { conformance: 'PDF/A-1b' }), VALUES);
    expect(preflight(filled)).toBe('The file is a valid PDF/A-1b file');
  });

  it('refuses a field that is not there or is for a signature, and a choice that is not offered', async () => {
    const fill = (fieldId: string, value: string) => fillFields(certified, [{ fieldId, value }]);
    await expect(fill('qa.mark.9', '1')).rejects.toThrow('no field "qa.mark.9"');
    await expect(fill('iqa.signature', 'x')).rejects.toThrow('not for text');
    await expect(fill('assessor.signature', 'x')).rejects.toThrow('locked');
    await expect(fill('qa.outcome', 'MAYBE')).rejects.toThrow('does not offer "MAYBE"');
    await expect(fill('iqa.name', '漢字')).rejects.toThrow('U+6F22');
  });
});
