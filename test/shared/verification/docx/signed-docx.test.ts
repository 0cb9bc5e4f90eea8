import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { ZipFile } from '../../../../shared/verification/zip/zip-file.ts';
import { sampleForm } from '../../../electron/exports/pdf/sample-form.ts';
import { docxByLibreOffice, docxRequest, edited, partsOf } from '../../../electron/signing/opc/opc-tools.ts';
import { assessor, iqa } from '../../../electron/signing/signers.ts';
import { zipOf } from '../../../support/zip-files.ts';
import { codes, patched, sentences, verify } from '../verifying.ts';

const DATA = [{ name: 'other.json', json: '{"sheet":"é"}' }];
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

const drawn = await drawDocx(sampleForm(), DATA);
const first = await signDocx(drawn, docxRequest(assessor));
const second = await signDocx(first, docxRequest(iqa));
const check = (docx: Uint8Array) => verify(Uint8Array.from(docx), 'sheet.docx');
const change = async (edits: Parameters<typeof edited>[1], of = first) => check(await edited(of, edits));

describe('a signed DOCX of the app', () => {
  it('is intact, and says who signed it, when, and what that covers', async () => {
    const verification = await check(first);
    expect(sentences(verification)).toMatch(
      /Signed by Zoë Ångström-Nguyễn on 22 Nov 2026, 08:32 \+00:00 by the signing computer’s clock\. The signature covers the contents of all \d+ parts of the file\./,
    );
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).not.toContain('certificate-unprotected');
    expect(sentences(verification)).not.toMatch(/\bvalid\b/i);
    expect(verification.trust.map((one) => one.carriedRegister)).toEqual(['no-register']);
  });

  it('is intact with a second signature, which says that it stands beside the first', async () => {
    const verification = await check(second);
    expect(verification.verdict).toBe('intact');
    expect(codes(verification).filter((code) => code === 'signed')).toHaveLength(2);
    expect(sentences(verification)).toContain('but not the signatures before it: it stands beside them');
  });

  it('is not checkable before it is signed', async () => {
    const verification = await check(drawn);
    expect(codes(verification)).toEqual(['docx-unsigned']);
    expect(verification.verdict).toBe('not-checkable');
  });
});

describe('a signed DOCX is altered', async () => {
  const names = [...(await partsOf(first)).keys()];
  const signed = names.filter((name) => !name.startsWith('_xml') && name !== '[Content_Types].xml');

  it.each(signed)('where a letter of %s is another', async (name) => {
    const verification = await change({
      [name]: (text) => text.replace(/[a-zA-Z](?=[^a-zA-Z]*$)/, (one) => (one === 'q' ? 'z' : 'q')),
    });
    expect(verification.verdict).toBe('altered');
  });

  it.each(signed.filter((name) => !name.endsWith('.rels')))('where %s was taken out', async (name) => {
    const verification = await change({ [name]: null });
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain(`“${name}” was taken out`);
  });

  it('where it passes for something else', async () => {
    const verification = await change({ '[Content_Types].xml': (text) => text.replace('.styles+xml', '.stylez+xml') });
    expect(sentences(verification)).toContain('“word/styles.xml” passes for something of another kind');
    expect(verification.verdict).toBe('altered');
  });

  it('where a part was added that the document points at', async () => {
    const added = await change({
      'word/_rels/document.xml.rels': (text) =>
        text.replace('</Relationships>', '<Relationship Id="x" Type="urn:x" Target="added.xml"/></Relationships>'),
      'word/added.xml': () => '<added/>',
    });
    expect(added.verdict).toBe('altered');
    expect(sentences(added)).toContain('“word/_rels/document.xml.rels” points at “added.xml”');
    expect(sentences(added)).toContain('“word/added.xml” belongs to the document and is not covered');
  });

  it('where a second document was put before the first', async () => {
    const added = await change({
      '_rels/.rels': (text) =>
        text.replace(
          /<Relationship /,
          '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/other.xml"/><Relationship ',
        ),
      'word/other.xml': () => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    });
    expect(added.verdict).toBe('altered');
    expect(codes(added)).toContain('part-added');
  });

  it('where a signature was taken off the list', async () => {
    const removed = await change(
      {
        '_xmlsignatures/_rels/origin.sigs.rels': (text) =>
          text.replace(/<Relationship [^>]*sig2\.xml[^>]*>(?:<.Relationship>)?/, ''),
      },
      second,
    );
    expect(codes(removed)).toContain('signature-unlisted');
    expect(removed.verdict).toBe('altered');
    const all = await change({
      '_rels/.rels': (text) => text.replace(/<Relationship [^>]*origin[^>]*>(?:<.Relationship>)?/, ''),
    });
    expect(all.verdict).toBe('altered');
  });

  it('where the time, the reason or the value of the signature is another', async () => {
    const sig = '_xmlsignatures/sig1.xml';
    const edits: readonly ((text: string) => string)[] = [
      (text) => text.replace('SigningTime>2026', 'SigningTime>2025'),
      (text) => text.replace('SignatureComments>', '$&x'),
      (text) => text.replace(/(SignatureValue>.{20})(.)/, (_, before, one) => before + (one === 'A' ? 'B' : 'A')),
      (text) => text.replace('/word/document.xml?', '/word/styles.xml?'),
    ];
    for (const edit of edits) expect((await change({ [sig]: edit })).verdict).toBe('altered');
  });

  it('where the signature was moved from another sheet', async () => {
    const other = await signDocx(await drawDocx({ ...sampleForm(), title: 'Another' }), docxRequest(assessor));
    const stolen = (await partsOf(other)).get('_xmlsignatures/sig1.xml')?.toString('latin1') ?? '';
    const moved = await change({ '_xmlsignatures/sig1.xml': () => stolen });
    expect(moved.verdict).toBe('altered');
    expect(codes(moved)).toContain('part-changed');
  });

  it('where the certificate is another one', async () => {
    const pem = Buffer.from(iqa.certificate).toString('base64');
    const exchanged = await change({
      '_xmlsignatures/sig1.xml': (text) => text.replace(/(X509Certificate>)[^<]*/, `$1${pem}`),
    });
    expect(exchanged.verdict).toBe('altered');
  });
});

describe('a DOCX that nobody packs so', () => {
  it('is altered with something behind, before, beside or twice in it', async () => {
    const behind = Uint8Array.from([...first, 1]);
    expect(sentences(await check(behind))).toContain('something was added behind its end');
    const before = Uint8Array.from([...first.subarray(0, 4), ...first]);
    expect((await check(before)).verdict).not.toBe('intact');
    const parts = [...(await partsOf(first))];
    const twice = await zipOf([...parts, ['Word/document.xml', '<x/>']]);
    expect(sentences(await check(twice))).toContain('a part of one name twice');
  });

  it('is altered where a byte of what it packs was changed, whether or not that still unpacks', async () => {
    const { from, to } = new ZipFile(Uint8Array.from(first)).entries.get('word/document.xml') ?? { from: 0, to: 0 };
    expect(to - from).toBeGreaterThan(1000);
    for (let at = from; at < to; at += 13) {
      expect((await check(patched(first, at, [(first[at] ?? 0) ^ 0x5a]))).verdict, `byte ${at}`).toBe('altered');
    }
  });

  it('is not checkable where it was cut short', async () => {
    for (const end of [1, 30, 500, first.length - 30, first.length - 1]) {
      expect((await check(first.subarray(0, end))).verdict).toBe('not-checkable');
    }
  });

  it('names a part that nothing points at, and stays intact', async () => {
    const verification = await change({ 'word/loose.xml': () => '<loose/>' });
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('does not cover 1 part of the file that no reader shows');
    expect(sentences(verification)).toContain('word/loose.xml');
  });

  it('never lets a document type or an entity in', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
    const verification = await change({ '[Content_Types].xml': () => bomb });
    expect(codes(verification)[0]).toBe('package-unreadable');
  });
});

describe('a DOCX signature by other means', () => {
  it('proves nothing by SHA-1', async () => {
    const weak = await change({
      '_xmlsignatures/sig1.xml': (text) =>
        text.replaceAll('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
    });
    expect(weak.verdict).toBe('not-checkable');
    expect(sentences(weak)).toContain('uses SHA-1, which can be forged today');
  });

  it.skipIf(!hasLibreOffice)('covers a document of LibreOffice as well', async () => {
    const signed = await signDocx(docxByLibreOffice(), docxRequest(assessor));
    expect((await check(signed)).verdict).toBe('intact');
  });

  it.skipIf(!hasLibreOffice)('is gone where LibreOffice saved the file again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-resaved-'));
    try {
      writeFileSync(join(folder, 'sheet.docx'), first);
      const args = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'docx:MS Word 2007 XML',
      ];
      spawnSync('soffice', [...args, '--outdir', join(folder, 'out'), join(folder, 'sheet.docx')]);
      const verification = await check(readFileSync(join(folder, 'out', 'sheet.docx')));
      expect(verification.verdict).toBe('not-checkable');
      expect(sentences(verification)).toContain('A program that saves a signed DOCX again leaves its signatures out');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('is reported wherever a byte of the file is another', async () => {
  for (let at = 0; at < first.length; at += 101) {
    const verification = await check(patched(first, at, [(first[at] ?? 0) ^ 0x10]));
    if (verification.verdict !== 'intact') continue;
    const said = verification.findings.find((one) => one.code === 'package-bookkeeping');
    const ranges = said?.code === 'package-bookkeeping' ? said.ranges : [];
    expect(
      ranges.some(({ from, to }) => at >= from && at < to),
      `byte ${at}`,
    ).toBe(true);
  }
});
