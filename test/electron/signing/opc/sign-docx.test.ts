import { X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { zipOf } from '../../../support/zip-files.ts';
import { sampleForm } from '../../exports/pdf/sample-form.ts';
import { assessor, ev, identityOf, iqa } from '../signers.ts';
import {
  canonicalByXmllint,
  docxRequest,
  edited,
  elementIn,
  opensslOnValue,
  partsOf,
  sha256,
  signatureXml,
} from './opc-tools.ts';

/** What is asked of the XML reader; its own types would bring the DOM's into every test. */
type XmlReader = new () => {
  readonly parseFromString: (
    xml: string,
    type: string,
  ) => { readonly getElementsByTagName: (name: string) => ArrayLike<{ readonly textContent: string | null }> };
};
const { DOMParser }: { readonly DOMParser: XmlReader } = createRequire(import.meta.url)('@xmldom/xmldom');

const drawn = await drawDocx(sampleForm(), [{ name: 'countersign-sheet.json', json: '{"sheet":"é"}' }]);
const first = await signDocx(drawn, docxRequest(assessor, { role: 'Assessor' }));
const second = await signDocx(first, docxRequest(iqa, { role: 'IQA' }));
const third = await signDocx(second, docxRequest(ev));

const RELATIONSHIPS = 'application/vnd.openxmlformats-package.relationships+xml';
const REWRITTEN = ['[Content_Types].xml', '_rels/.rels', '_xmlsignatures/_rels/origin.sigs.rels'];

/** What each reference of a signature's manifest says: the part's address, its transforms and its digest. */
function manifestOf(xml: string) {
  const references = elementIn(xml, /<Manifest>/).match(/<Reference .*?<\/Reference>/gs) ?? [];
  return references.map((reference) => ({
    address: / URI="([^"]*)"/.exec(reference)?.[1] ?? '',
    ids: [...reference.matchAll(/SourceId="([^"]*)"/g)].map((match) => match[1] ?? ''),
    digest: /<DigestValue>([^<]*)</.exec(reference)?.[1],
  }));
}

/** The contents of every element of that name, read by an XML parser. */
function textsOf(xml: string, name: string): readonly string[] {
  const found = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name);
  return Array.from({ length: found.length }, (_, index) => found[index]?.textContent ?? '');
}

describe('a signed DOCX', () => {
  it('keeps every part as it was, but for the three lists that name the signature', async () => {
    const after = await partsOf(first);
    for (const [name, content] of await partsOf(drawn)) {
      if (!REWRITTEN.includes(name)) expect(after.get(name)?.equals(content), name).toBe(true);
    }
    const [types, root] = REWRITTEN.map((name) => after.get(name)?.toString('utf8') ?? '');
    expect(types?.match(/_xmlsignatures/g)).toHaveLength(2);
    expect(root?.match(/<Relationship /g)).toHaveLength(6);
    expect([...after.keys()].slice(-3)).toEqual([
      '_xmlsignatures/sig1.xml',
      '_xmlsignatures/origin.sigs',
      '_xmlsignatures/_rels/origin.sigs.rels',
    ]);
  });

  it('covers every part with its type, each once, with the digest of its bytes', async () => {
    const parts = await partsOf(drawn);
    const manifest = manifestOf(await signatureXml(first));
    const names = manifest.map(({ address }) => address.slice(1, address.indexOf('?')));
    expect(names.toSorted()).toEqual([...parts.keys()].filter((name) => name !== '[Content_Types].xml').toSorted());
    expect(manifest.map(({ address }) => address)).toContain(
      '/word/document.xml?ContentType=application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    );
    expect(manifest.map(({ address }) => address)).toContain(
      '/countersign/countersign-sheet.json?ContentType=application/json',
    );
    for (const { address, ids, digest } of manifest.filter((one) => one.ids.length === 0)) {
      expect(digest, address).toBe(sha256(parts.get(address.slice(1, address.indexOf('?'))) ?? ''));
      expect(ids).toEqual([]);
    }
  });

  it('covers the signatures before it where it countersigns them, and no other does', async () => {
    expect(await signatureXml(third, 3)).not.toContain('"/_xml');
    const countersigned = await signDocx(second, docxRequest(ev, { countersigns: true }));
    const parts = await partsOf(countersigned);
    const manifest = manifestOf(await signatureXml(countersigned, 3)).filter(({ address }) =>
      address.startsWith('/_xml'),
    );
    const type = 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';
    const expected = ['_xmlsignatures/sig1.xml', '_xmlsignatures/sig2.xml'].map((name) => ({
      address: `/${name}?ContentType=${type}`,
      ids: [],
      digest: sha256(parts.get(name) ?? ''),
    }));
    expect(manifest).toEqual(expected);
  });

  it('covers every relationship but the one to the signatures, as the relationships transform has them', async () => {
    const parts = await partsOf(third);
    const transformed = manifestOf(await signatureXml(third, 2)).filter(({ ids }) => ids.length > 0);
    expect(transformed.map(({ address }) => address)).toEqual([
      `/word/_rels/document.xml.rels?ContentType=${RELATIONSHIPS}`,
      `/_rels/.rels?ContentType=${RELATIONSHIPS}`,
    ]);
    for (const { address, ids, digest } of transformed) {
      const xml = parts.get(address.slice(1, address.indexOf('?')))?.toString('utf8') ?? '';
      const all = [...xml.matchAll(/<Relationship (.*?)\/?>/g)].map((match) => match[1] ?? '');
      const signed = all.filter((one) => !one.includes('digital-signature/origin'));
      expect(ids).toEqual(signed.map((one) => / ?Id="([^"]*)"/.exec(one)?.[1]).toSorted());
      const sorted = ids.map((id) => signed.find((one) => one.includes(`Id="${id}"`)) ?? '');
      const list = sorted.map((one) => `<Relationship ${one} TargetMode="Internal"/>`).join('');
      const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
      expect(digest).toBe(sha256(canonicalByXmllint(`<Relationships xmlns="${namespace}">${list}</Relationships>`)));
    }
  });

  it.each([1, 2, 3])('digests what it signs itself in canonical form (signature %i)', async (number) => {
    const xml = await signatureXml(third, number);
    const suffix = number === 3 ? '_3' : '';
    const digests = [...elementIn(xml, /<SignedInfo /).matchAll(/<DigestValue>([^<]*)</g)].map((match) => match[1]);
    const signed = [
      elementIn(xml, new RegExp(`<Object [^>]*Id="idPackageObject${suffix}"`)),
      elementIn(xml, new RegExp(`<Object [^>]*Id="idOfficeObject${suffix}"`)),
      elementIn(xml, new RegExp(`<xd:SignedProperties [^>]*Id="idSignedProperties${suffix}"`)),
    ];
    expect(signed.map((element) => sha256(canonicalByXmllint(element)))).toEqual(digests);
  });

  it('has a value that openssl verifies with the key of its certificate, and no other', async () => {
    for (const [index, who] of [assessor, iqa, ev].entries()) {
      const xml = await signatureXml(third, index + 1);
      const signed = canonicalByXmllint(elementIn(xml, /<SignedInfo /));
      const [value = ''] = textsOf(xml, 'SignatureValue');
      expect(opensslOnValue(signed, value, who.certificate)).toBe('Verified OK');
      expect(opensslOnValue(signed, value, (who === ev ? iqa : ev).certificate)).not.toBe('Verified OK');
      expect(opensslOnValue(`${signed} `, value, who.certificate)).not.toBe('Verified OK');
    }
  });

  it('names its certificate, time, role and reason among what is signed', async () => {
    const xml = await signatureXml(first);
    const certificate = new X509Certificate(assessor.certificate);
    const properties = elementIn(xml, /<xd:SignedProperties /);
    expect(textsOf(xml, 'X509Certificate')).toEqual([Buffer.from(assessor.certificate).toString('base64')]);
    expect(textsOf(properties, 'DigestValue')).toEqual([sha256(assessor.certificate)]);
    expect(textsOf(properties, 'X509IssuerName')).toEqual([
      'CN=Zoë Ångström-Nguyễn,OU=assessor,O=Northgate Management Centre',
    ]);
    expect(textsOf(properties, 'X509SerialNumber')).toEqual([BigInt(`0x${certificate.serialNumber}`).toString()]);
    expect(textsOf(properties, 'xd:SigningTime')).toEqual(['2026-11-22T08:32:03Z']);
    expect(textsOf(xml, 'mdssi:Value')).toEqual(['2026-11-22T08:32:03Z']);
    expect(textsOf(properties, 'xd:ClaimedRole')).toEqual(['Assessor']);
    expect(textsOf(properties, 'xd:CommitmentTypeQualifier')).toEqual([
      'Assessor’s decision (revision 1)',
      'Zoë Ångström-Nguyễn',
    ]);
    expect(textsOf(xml, 'SignatureComments')).toEqual(['Assessor’s decision (revision 1)']);
    expect(await signatureXml(third, 3)).not.toContain('ClaimedRole');
  });

  it('keeps earlier signatures as they are, byte for byte', async () => {
    expect(await signatureXml(third, 1)).toBe(await signatureXml(first, 1));
    expect(await signatureXml(third, 2)).toBe(await signatureXml(second, 2));
    const root = '_rels/.rels';
    expect((await partsOf(third)).get(root)?.equals((await partsOf(first)).get(root) ?? Buffer.alloc(0))).toBe(true);
  });

  it('is the same bytes each time but for the value of the signature', async () => {
    const again = await signDocx(drawn, docxRequest(assessor, { role: 'Assessor' }));
    const [one, other] = [await partsOf(first), await partsOf(again)];
    expect([...other.keys()]).toEqual([...one.keys()]);
    for (const [name, content] of one) {
      const plain = (bytes: Buffer | undefined) => bytes?.toString('latin1').replace(/<SignatureValue>[^<]*/, '');
      expect(plain(other.get(name)), name).toBe(plain(content));
    }
    expect(Buffer.from(again).indexOf(Buffer.from(assessor.privateKey).subarray(36, 68))).toBe(-1);
  });

  it('says any reason, name and role as they are, with what XML cannot hold replaced', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 260 });
    const held = (text: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 excludes exactly these
      text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (reason, signerName, role) => {
        const xml = await signatureXml(await signDocx(drawn, docxRequest(iqa, { reason, signerName, role })));
        const properties = elementIn(xml, /<xd:SignedProperties /);
        expect(textsOf(properties, 'xd:CommitmentTypeQualifier')).toEqual([held(reason), held(signerName)]);
        expect(textsOf(properties, 'xd:ClaimedRole')).toEqual([held(role)]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['& < > " \' ]]> \r\n\t é Ελένη שרה 陈 😀'],
    ['é&<"'.repeat(50)],
    [`${'x'.repeat(98)}😀😀`],
    ['😀'.repeat(140)],
  ])('stays canonical with %j in it, within what Office takes', async (text) => {
    const who = await identityOf(text.slice(0, 60).replaceAll(/[\r\n\t]/g, ' '), 'assessor');
    const xml = await signatureXml(
      await signDocx(drawn, docxRequest(who, { reason: text, signerName: text, role: text })),
    );
    for (const start of [/<SignedInfo /, /<Object [^>]*idOfficeObject/, /<xd:SignedProperties /]) {
      expect(canonicalByXmllint(elementIn(xml, start))).toBe(elementIn(xml, start));
    }
    const [shown = ''] = textsOf(xml, 'SignatureText');
    const [comments = ''] = textsOf(xml, 'SignatureComments');
    expect(shown.length).toBeLessThanOrEqual(100);
    expect(comments.length).toBeLessThanOrEqual(255);
    expect(shown.isWellFormed() && comments.isWellFormed()).toBe(true);
    expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
  });
});

describe('signing a package of another maker', () => {
  const ORIGIN = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';

  it('adds to the origin of signatures that is there', async () => {
    const package_ = await edited(drawn, {
      '_rels/.rels': (xml) =>
        xml.replace('</Rel', `<Relationship Id="o" Type="${ORIGIN}" Target="/services/origin.psdsor"/></Rel`),
      'services/origin.psdsor': () => '',
      '[Content_Types].xml': (xml) =>
        xml.replace(
          '</Types>',
          '<Default Extension="psdsor" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/></Types>',
        ),
    });
    const parts = await partsOf(await signDocx(package_, docxRequest(assessor)));
    expect([...parts.keys()].filter((name) => name.startsWith('services/'))).toEqual([
      'services/origin.psdsor',
      'services/sig1.xml',
      'services/_rels/origin.psdsor.rels',
    ]);
    expect(parts.get('services/_rels/origin.psdsor.rels')?.toString()).toContain('Target="sig1.xml"');
    expect(
      manifestOf(parts.get('services/sig1.xml')?.toString() ?? '').some(({ address }) =>
        address.startsWith('/services'),
      ),
    ).toBe(false);
  });

  it('takes a number that is free', async () => {
    const package_ = await edited(drawn, { '_xmlsignatures/SIG1.xml': () => '<other/>' });
    const parts = await partsOf(await signDocx(package_, docxRequest(assessor)));
    expect([...parts.keys()]).toContain('_xmlsignatures/sig2.xml');
    expect(manifestOf(parts.get('_xmlsignatures/sig2.xml')?.toString() ?? '').map(({ address }) => address)).toContain(
      '/_xmlsignatures/SIG1.xml?ContentType=application/xml',
    );
  });

  it.each<[string, Parameters<typeof edited>[1], string]>([
    ['without content types', { '[Content_Types].xml': null }, 'no package'],
    ['without relationships', { '_rels/.rels': null }, 'no package'],
    ['with a part of no type', { 'word/added.abc': () => 'x' }, 'does not say what its part word/added.abc is'],
    ['with a part of a name that needs escaping', { 'word/a?b.xml': () => '<a/>' }, 'a name that no part can have'],
    ['with a part of a name that ends with a dot', { 'word/a.xml.': () => '<a/>' }, 'word/a.xml.'],
    ['with a piece of a part', { 'word/a.xml/[0].piece': () => '<a/>' }, 'word/a.xml/[0].piece'],
    [
      'with two origins',
      {
        '_rels/.rels': (xml) =>
          xml.replace(
            '</Rel',
            `<Relationship Id="o" Type="${ORIGIN}" Target="a.sigs"/><Relationship Id="p" Type="${ORIGIN}" Target="b.sigs"/></Rel`,
          ),
      },
      'two origins',
    ],
    ['with two relationships of one name', { '_rels/.rels': (xml) => xml.replace('rId2', 'rId1') }, 'the same name'],
    [
      'with a relationship of another schema',
      { '_rels/.rels': (xml) => xml.replace('Id="rId2"', 'Id="rId2" More="x"') },
      'not in a form that is understood',
    ],
  ])('refuses one %s', async (_, edits, message) => {
    await expect(edited(drawn, edits).then((zip) => signDocx(zip, docxRequest(assessor)))).rejects.toThrow(message);
  });

  it('refuses what is no ZIP, and a key that is none, without a word of the key', async () => {
    await expect(signDocx(Buffer.from('no ZIP at all'), docxRequest(assessor))).rejects.toThrow();
    await expect(signDocx(await zipOf([]), docxRequest(assessor))).rejects.toThrow('no package');
    const privateKey = assessor.privateKey.subarray(0, 100);
    const failed: unknown = await signDocx(drawn, docxRequest(assessor, { privateKey })).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(Error);
    const said = JSON.stringify([String(failed), failed, Object.entries(failed as Error)]);
    for (const form of ['hex', 'base64'] as const)
      expect(said).not.toContain(Buffer.from(privateKey.subarray(40, 60)).toString(form).slice(0, 20));
  });
});
