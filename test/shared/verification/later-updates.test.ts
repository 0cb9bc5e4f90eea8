import { describe, expect, it } from 'vitest';
import { certifies, hasOpenssl, locks, makeSigner, sign } from './openssl-signer.ts';
import {
  ASSESSOR,
  appendUpdate,
  BASE,
  CATALOG,
  DATE,
  IQA,
  type Objects,
  PAGE,
  stream,
  TOTAL,
  type UpdateOptions,
  writePdf,
} from './small-pdf.ts';
import { codes, refusals, sentences, verify } from './verifying.ts';

const SIGNED = `<< ${ASSESSOR} /V 20 0 R >>`;
const FILLED = TOTAL.replace('11 0 R', '30 0 R');
const LOOK = stream('BT /F1 10 Tf (64) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 60 20]');
const FORM = '/Fields [5 0 R 6 0 R 7 0 R 10 0 R] /SigFlags 3 /DA (/F1 10 Tf 0 g)';
const FONTS = '/DR << /Font << /F1 8 0 R >> >>';

function catalogWith(from: string, to: string): Objects {
  expect(CATALOG).toContain(from);
  return { 1: `<< ${CATALOG.replace(from, to)} >>` };
}

function pageWith(from: string, to: string): Objects {
  expect(PAGE).toContain(from);
  return { 3: `<< ${PAGE.replace(from, to)} >>` };
}

describe.skipIf(!hasOpenssl)('what is added after a signature', () => {
  const ama = hasOpenssl ? makeSigner('Ama Mensah') : { key: '', certificate: '' };
  const rhys = hasOpenssl ? makeSigner('Rhys Pryce') : ama;
  const certified = hasOpenssl ? sign(writePdf(), ama, { more: certifies(2) }) : new Uint8Array();
  const iqaSigning = { field: 6, dictionary: IQA, number: 21 };

  const allowed: readonly [what: string, objects: Objects, options?: UpdateOptions][] = [
    ['a field filled in with a new look', { 7: `<< ${FILLED} /V (64) >>`, 30: LOOK }],
    ['a field filled in, its look replaced in place', { 7: `<< ${TOTAL} /V (64) >>`, 11: LOOK }],
    ['a field filled in and closed', { 7: `<< ${TOTAL.replace('/F 4', '/F 132')} /V (64) /Ff 1 >>` }],
    [
      'metadata brought up to date',
      { 9: stream('<xmpmeta xmlns="adobe:ns:meta/"/>', '/Type /Metadata /Subtype /XML') },
    ],
    ['document information', { 31: '<< /ModDate (D:20261122140203Z) >>' }, { trailer: '/Root 1 0 R /Info 31 0 R' }],
    ['data for checking certificates', { 1: `<< ${CATALOG} /DSS << /Certs [] >> >>` }],
    ['an extension that the file uses', { 1: `<< ${CATALOG} /Extensions << /ADBE << /BaseVersion /1.7 >> >> >>` }],
    ['a font for the form', catalogWith('/F1 8 0 R', '/F1 8 0 R /F2 33 0 R')],
    ['an object written again as it was', { 7: `<< ${TOTAL} >>`, 3: `<< ${PAGE} >>` }],
  ];
  it.each(allowed)('may be %s, and is said to be covered by no signature', async (_, objects, options) => {
    const verification = await verify(appendUpdate(certified, objects, options));
    expect(refusals(verification)).toEqual([]);
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toContain('update-allowed');
    expect(sentences(verification)).toContain('no signature covers them');
  });

  it('names the fields and what they were filled in with', async () => {
    const filled = appendUpdate(certified, { 7: `<< ${FILLED} /V (64) >>`, 30: LOOK });
    const signed = sign(filled, rhys, iqaSigning);
    const verification = await verify(signed);
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain(
      'They filled in “qa.total” with “64” and signed “iqa.signature”, which was allowed.',
    );
    expect(sentences(verification)).not.toContain('no signature covers');
  });

  it('may be an invisible signature in a field of its own', async () => {
    const field = '/Type /Annot /Subtype /Widget /FT /Sig /T (third) /Rect [0 0 0 0] /F 132 /P 3 0 R';
    const objects = {
      ...catalogWith('7 0 R 10 0 R', '7 0 R 10 0 R 32 0 R'),
      ...pageWith('7 0 R 10 0 R', '7 0 R 10 0 R 32 0 R'),
    };
    const signing = { field: 32, dictionary: field, number: 33, objects };
    expect((await verify(sign(certified, rhys, signing))).verdict).toBe('intact');
    const visible = { ...signing, dictionary: field.replace('[0 0 0 0]', '[0 0 300 200]') };
    const verification = await verify(sign(certified, rhys, visible));
    expect(refusals(verification)).toEqual(['field-added']);
    expect(verification.verdict).toBe('altered');
  });

  const refused: readonly [change: string, what: string, objects: Objects, options?: UpdateOptions][] = [
    ['other page content', 'page-content', { 4: stream('BT /F1 12 Tf 20 160 Td (Mark sheet 602: FAIL) Tj ET') }],
    ['a page without its content', 'page-content', {}, { free: [4] }],
    ['a page with other content', 'page', { ...pageWith('4 0 R', '34 0 R'), 34: stream('') }],
    ['a page of another size', 'page', pageWith('300 200', '300 100')],
    ['a page with other fonts', 'page', pageWith('/F1 8 0 R', '/F1 35 0 R')],
    ['a page gone', 'page', { 3: 'null' }],
    ['another page', 'page-tree', { 2: '<< /Type /Pages /Kids [3 0 R 36 0 R] /Count 2 >>', 36: `<< ${PAGE} >>` }],
    ['another tree of pages', 'catalog', { ...catalogWith('2 0 R', '37 0 R'), 37: BASE[2] ?? '' }],
    ['an action on opening', 'catalog', { 1: `<< ${CATALOG} /OpenAction << /S /JavaScript /JS (x) >> >>` }],
    ['an extension that is none', 'catalog', { 1: `<< ${CATALOG} /Extensions << /ADBE (x) >> >>` }],
    ['layers', 'catalog', { 1: `<< ${CATALOG} /OCProperties << >> >>` }],
    ['other permissions', 'catalog', { 1: `<< ${CATALOG} /Perms << /DocMDP 20 0 R >> >>` }],
    ['another font under the same number', 'object', { 8: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }],
    ['what the document only pointed at', 'gap-filled', { 99: '<< /Type /FontDescriptor >>' }],
    ['a stamp on the page', 'annotations', pageWith('10 0 R', '10 0 R 38 0 R')],
    ['a page without a field', 'annotations', pageWith(' 7 0 R', '')],
    ['a field moved', 'field', { 7: `<< ${TOTAL.replace('[20 60 80 80]', '[0 0 300 200]')} /V (64) >>` }],
    ['a field hidden', 'field', { 7: `<< ${TOTAL.replace('/F 4', '/F 6')} >>` }],
    ['a field renamed', 'field', { 7: `<< ${TOTAL.replace('qa.total', 'qa.other')} /V (64) >>` }],
    ['a field with a state that is none', 'field', { 7: `<< ${TOTAL} /V (64) /AS [] >>` }],
    ['a field with an action', 'field', { 7: `<< ${TOTAL} /V (64) /AA << >> >>` }],
    ['a field that looks other than its value', 'field', { 7: `<< ${FILLED} >>`, 30: LOOK }],
    ['a look replaced without the value', 'field', { 11: LOOK }],
    ['an empty signature field with a look of its own', 'field', { 6: `<< ${IQA} /AP << /N 30 0 R >> >>`, 30: LOOK }],
    ['a signature field filled with no signature', 'field', { 6: `<< ${IQA} /V << /Type /Sig >> >>` }],
    ['the signed field emptied', 'field-signed', { 5: `<< ${ASSESSOR} >>` }],
    [
      'another look of the signed field',
      'field-signed',
      { 5: SIGNED.replace('>>', '/AP << /N 30 0 R >> >>'), 30: LOOK },
    ],
    ['another signature in the same place', 'object', { 20: '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>' }],
    ['a form without a field', 'form', catalogWith(' 7 0 R 10 0 R] /SigFlags', ' 10 0 R] /SigFlags')],
    ['a form with its fields in another order', 'form', catalogWith('5 0 R 6 0 R 7', '6 0 R 5 0 R 7')],
    ['a form that asks to be drawn anew', 'form', catalogWith(FORM, `${FORM} /NeedAppearances true`)],
    ['a form with XFA', 'form', catalogWith(FORM, `${FORM} /XFA (x)`)],
    ['other fonts for the form', 'form', catalogWith(FONTS, '/DR << /Font << /F1 39 0 R >> >>')],
    ['a text field more', 'field-added', { ...catalogWith('10 0 R]', '10 0 R 40 0 R]'), 40: `<< ${DATE} >>` }],
    ['another catalog', 'trailer', { 41: `<< ${CATALOG} >>` }, { trailer: '/Root 41 0 R' }],
    ['encryption', 'trailer', {}, { trailer: '/Root 1 0 R /Encrypt << >>' }],
  ];
  it.each(refused)('may not be %s (%s)', async (_, what, objects, options) => {
    const verification = await verify(appendUpdate(certified, objects, options));
    if (options?.trailer?.includes('Encrypt')) expect(codes(verification)).toEqual(['pdf-encrypted']);
    else {
      expect(refusals(verification)).toContain(what);
      expect(verification.verdict).toBe('altered');
      expect(sentences(verification)).toMatch(
        /[\d,]+ bytes were added after the signature of Ama Mensah, and what they change was not allowed: /,
      );
    }
  });

  it('is judged before the next signature too, which makes nothing good', async () => {
    const changed = appendUpdate(certified, { 4: stream('BT /F1 12 Tf 20 160 Td (Mark sheet 602: FAIL) Tj ET') });
    const verification = await verify(sign(changed, rhys, iqaSigning));
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('the content of page 1 was replaced');
    expect(sentences(verification)).toContain('Signed by Rhys Pryce');
  });

  it('counts even where a later update takes it back', async () => {
    const changed = appendUpdate(certified, { 4: stream('BT (FAIL) Tj ET') });
    const restored = appendUpdate(changed, { 4: BASE[4] ?? '' });
    expect((await verify(restored)).verdict).toBe('altered');
  });

  it('says so where a signature was taken out', async () => {
    const verification = await verify(appendUpdate(certified, { 5: `<< ${ASSESSOR} >>` }));
    expect(codes(verification)).toContain('signature-removed');
    expect(sentences(verification)).toContain('Signature 1 was taken out of the document by a later change');
  });

  it('may not touch a field that a signature locked', async () => {
    const filling = { 7: `<< ${TOTAL} /V (64) >>` };
    for (const lock of [locks('Include', 'qa'), locks('All'), locks('Exclude', 'ev.date')]) {
      const locked = await verify(appendUpdate(sign(certified, rhys, { ...iqaSigning, more: lock }), filling));
      expect(refusals(locked)).toEqual(['field-locked']);
      expect(sentences(locked)).toContain('the field “qa.total”, which a signature had locked, was changed');
    }
    const free = await verify(
      appendUpdate(sign(certified, rhys, { ...iqaSigning, more: locks('Include', 'qa') }), {
        10: `<< ${DATE} /V (22 Nov 2026) >>`,
      }),
    );
    expect(free.verdict).toBe('intact');
  });

  it('may be nothing at all where the first signature says so', async () => {
    const closed = sign(writePdf(), ama, { more: certifies(1) });
    expect((await verify(closed)).verdict).toBe('intact');
    expect(refusals(await verify(appendUpdate(closed, { 7: `<< ${TOTAL} /V (64) >>` })))).toEqual([
      'nothing-permitted',
    ]);
  });

  it('may sign a field whose widget is apart from it', async () => {
    const widget = '/Type /Annot /Subtype /Widget /Parent 50 0 R /Rect [140 20 240 40] /F 4 /P 3 0 R';
    const apart = '/FT /Sig /T (iqa.signature) /Kids [6 0 R]';
    const fields = CATALOG.replace('6 0 R', '50 0 R');
    const made = writePdf({ ...BASE, 1: `<< ${fields} >>`, 6: `<< ${widget} >>`, 50: `<< ${apart} >>` });
    const signing = { field: 50, dictionary: apart, number: 21 };
    const look = { 6: `<< ${widget} /AP << /N 30 0 R >> >>`, 30: LOOK };
    const signed = sign(sign(made, ama), rhys, { ...signing, objects: look });
    expect((await verify(signed)).verdict).toBe('intact');
    expect(refusals(await verify(appendUpdate(signed, { 30: stream('x') })))).toEqual(['field']);
    expect(refusals(await verify(appendUpdate(signed, { 6: `<< ${widget} >>` })))).toEqual(['field']);
  });

  it('may not turn into a field what else the page is made of', async () => {
    const fields = CATALOG.replace('7 0 R 10', '4 0 R 7 0 R 10');
    const both = sign(writePdf({ ...BASE, 1: `<< ${fields} >>` }), ama);
    const length = /Length \d+/.exec(BASE[4] ?? '')?.[0] ?? '';
    expect(refusals(await verify(appendUpdate(both, { 4: `<< /${length} >>` })))).toEqual(['field']);
  });

  it('may not replace a look that the page draws as well', async () => {
    const shared = sign(writePdf({ ...BASE, 3: `<< ${PAGE.replace('4 0 R', '[4 0 R 11 0 R]')} >>` }), ama);
    const verification = await verify(appendUpdate(shared, { 7: `<< ${TOTAL} /V (64) >>`, 11: LOOK }));
    expect(refusals(verification)).toContain('page-content');
  });
});
