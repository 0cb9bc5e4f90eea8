import { describe, expect, it } from 'vitest';
import { fillFields } from '../../../electron/signing/pades/fill-fields.ts';
import { signedAtAllPlaces } from '../../electron/services/sign-off/signing-all-places.ts';
import { identityOf } from '../../electron/signing/signers.ts';
import { chainOf, extractFile, extractOf } from './chain/chains.ts';
import { ama, filesOf, sheetBy } from './data/signed-sheets.ts';
import { appendUpdate, type Objects, stream } from './small-pdf.ts';
import { bytesOf, codes, patched, refusals, sentences, text, verify } from './verifying.ts';

const { pdf, docx } = await filesOf(sheetBy(ama));
const said = text(pdf);

/** An object of the app's PDF as it stands between `obj` and `endobj`, with its number. */
function objectWith(pattern: RegExp): { readonly number: number; readonly body: string } {
  for (const found of said.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    if (pattern.test(found[2] ?? '')) return { number: Number(found[1]), body: found[2] ?? '' };
  }
  throw new Error(`No object ${pattern}`);
}

const catalog = objectWith(/\/Type \/Catalog/);
const page = objectWith(/\/Type \/Page\b(?!s)/);
const content = Number(/\/Contents (\d+) 0 R/.exec(page.body)?.[1]);
const file = objectWith(/\/Type \/EmbeddedFile/);
const root = { trailer: `/Root ${catalog.number} 0 R` };
const append = (objects: Objects) => verify(appendUpdate(pdf, objects, root));

describe('a shadow over a signed mark sheet', () => {
  it.each<[string, Objects, string]>([
    [
      'that hides: a comment laid over the outcome',
      {
        [page.number]: page.body.replace('/Annots [', '/Annots [9001 0 R '),
        9001: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /DA (/F1 12 Tf) /Contents (PASS) >>',
      },
      'annotations',
    ],
    ['that replaces: another content of the page', { [content]: stream('BT ET') }, 'page-content'],
    [
      'that hides and replaces: a page that names another content',
      { [page.number]: page.body.replace(`/Contents ${content} 0 R`, '/Contents 9002 0 R'), 9002: stream('BT ET') },
      'page',
    ],
    [
      'that replaces: a second tree of pages',
      {
        [catalog.number]: catalog.body.replace(/\/Pages \d+ 0 R/, '/Pages 9003 0 R'),
        9003: '<< /Type /Pages /Kids [9004 0 R] /Count 1 >>',
        9004: '<< /Type /Page /Parent 9003 0 R /MediaBox [0 0 300 200] >>',
      },
      'catalog',
    ],
    [
      'that exchanges the data: another list of files',
      { [catalog.number]: catalog.body.replace(/\/AF \[[^\]]*\]/, '/AF []') },
      'catalog',
    ],
    ['that exchanges the data in place', { [file.number]: stream('{}', '/Type /EmbeddedFile') }, 'object'],
  ])('%s', async (_, objects, what) => {
    const verification = await append(objects);
    expect(verification.verdict).toBe('altered');
    expect(refusals(verification)).toContain(what);
    expect(codes(verification)).toContain('data-not-read');
    expect(verification.content).toBeNull();
  });
});

describe('an update appended to a signed mark sheet', () => {
  it('within what its certification allows fills a field, which is said to be unsigned', async () => {
    const filled = Uint8Array.from(await fillFields(pdf, [{ fieldId: 'ev.date', value: '12 Jan 2027' }]));
    const verification = await verify(filled);
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain(
      'They filled in “ev/date” with “12 Jan 2027”, which was allowed; no signature covers them.',
    );
  });

  it('beyond it fills a field that the IQA’s signature locked', async () => {
    const { pdfs } = await signedAtAllPlaces();
    const signed = pdfs.find((one) => one.place === 'iqa')?.pdf ?? pdf;
    const total = Number(
      [...text(Uint8Array.from(signed)).matchAll(/(\d+) 0 obj\n<<[^\n]*\/T \(qa\/total\)/g)].at(-1)?.[1] ?? 0,
    );
    const widget = [
      ...text(Uint8Array.from(signed)).matchAll(new RegExp(`(?:^|\\n)${total} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'g')),
    ].at(-1)?.[1];
    const forged = appendUpdate(
      Uint8Array.from(signed),
      { [total]: (widget ?? '').replace(/\/V \([^)]*\)/, '/V (99)') },
      root,
    );
    const verification = await verify(forged);
    expect(verification.verdict).toBe('altered');
    expect(verification.findings.some((one) => one.code === 'update-refused')).toBe(true);
  });
});

describe('a signature moved from another sheet', () => {
  it('is no signature of this PDF', async () => {
    const other = text((await filesOf(sheetBy(ama, { revision: 2 }))).pdf);
    const contents = /\/Contents <([0-9a-fA-F]{1000,})>/;
    const [mine, theirs] = [contents.exec(said)?.[1] ?? '', contents.exec(other)?.[1] ?? ''];
    const length = Math.min(mine.length, theirs.length);
    const moved = patched(pdf, said.indexOf(mine), bytesOf(theirs.slice(0, length).padEnd(mine.length, '0')));
    const verification = await verify(moved);
    expect(verification.verdict).toBe('altered');
    expect(codes(verification)).toContain('bytes-changed');
  });
});

describe('the same name with another key', () => {
  it('is another key, whatever the name', async () => {
    const impostor = await identityOf('Ama Mensah', 'assessor');
    const forged = await filesOf(sheetBy(impostor), { who: impostor });
    const [real, other] = [await verify(pdf), await verify(forged.pdf)];
    expect(other.verdict).toBe('intact');
    expect(other.trust[0]?.name).toBe(real.trust[0]?.name);
    expect(other.trust[0]?.fingerprint).not.toBe(real.trust[0]?.fingerprint);
    expect(sentences(other)).not.toMatch(/\bvalid\b/i);
  });
});

describe('a file cut short', () => {
  const extract = extractFile(extractOf(chainOf([{ kind: 'sheet-signed', payload: {} }])));

  it.each([
    ['a PDF', 'a.pdf', pdf],
    ['a DOCX', 'a.docx', docx],
    ['an extract', 'a.json', extract],
  ])('is intact nowhere: %s', async (_, name, bytes) => {
    for (let end = 1; end < bytes.length; end += Math.max(1, Math.floor(bytes.length / 200))) {
      expect((await verify(bytes.subarray(0, end), name)).verdict, `at ${end}`).not.toBe('intact');
    }
    expect((await verify(bytes.subarray(0, -1), name)).verdict).not.toBe('intact');
  });
});

describe('a bundle of lies about what a file is', () => {
  it('is never intact under another name', async () => {
    for (const name of ['a.docx', 'a.json', 'a.txt', '']) expect((await verify(pdf, name)).verdict).toBe('intact');
    expect((await verify(docx, 'a.pdf')).verdict).toBe('not-checkable');
  });
});
