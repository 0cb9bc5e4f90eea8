import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { edited } from '../../../electron/signing/opc/opc-tools.ts';
import { hasOpenssl, makeSigner, type Signer } from '../openssl-signer.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { type DocxSigning, opensslDocx } from './openssl-docx.ts';

const able = hasOpenssl && spawnSync('xmllint', ['--version']).status === 0;
const check = async (docx: Uint8Array) => verify(Uint8Array.from(docx), 'sheet.docx');
const curve = (name: string) => ['ec', '-pkeyopt', `ec_paramgen_curve:${name}`];
const PSS = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'];

describe.skipIf(!able)('a DOCX signed by openssl', () => {
  const person: Signer = able ? makeSigner('Ama Mensah') : { key: '', certificate: '' };

  it.each<[string, readonly string[], DocxSigning]>([
    ['P-256 and SHA-256', [], {}],
    ['P-384 and SHA-384', curve('P-384'), { hash: 'sha384', method: 'ecdsa-sha384', field: 48 }],
    ['P-521 and SHA-512', curve('P-521'), { hash: 'sha512', method: 'ecdsa-sha512', field: 66 }],
    ['RSA 2048', ['rsa:2048'], { method: 'rsa-sha256', field: null }],
    ['RSA-PSS', ['rsa:2048'], { method: 'sha256-rsa-MGF1', field: null, options: PSS }],
    ['exclusive canonical XML', [], { canonical: 'exclusive' }],
    ['the newer form of the certificate’s name', [], { naming: 'SigningCertificateV2' }],
  ])('holds with %s', async (_, algorithm, signing) => {
    const docx = await opensslDocx(makeSigner('Ama Mensah', ...algorithm), signing);
    const verification = await check(docx);
    expect(verification.verdict, sentences(verification)).toBe('intact');
    expect(sentences(verification)).toContain('Signed by Ama Mensah on 22 Nov 2026, 14:02 +00:00');
    const changed = await edited(docx, { 'word/document.xml': (text) => text.replace('PASS', 'FAIL') });
    expect((await check(changed)).verdict).toBe('altered');
  });

  it('holds without XAdES, and says that the name is not protected', async () => {
    const verification = await check(await opensslDocx(person, { naming: null }));
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('The signature does not protect the certificate that names Ama Mensah');
    expect(sentences(verification)).toContain('on 22 Nov 2026, 14:02 +00:00');
  });

  it.each<[string, readonly string[], DocxSigning, string]>([
    ['SHA-1 throughout', [], { hash: 'sha1', method: 'ecdsa-sha1' }, 'uses SHA-1'],
    ['a key too short to mean anything', ['rsa:1024'], { method: 'rsa-sha256', field: null }, 'uses RSA 1024'],
    ['an algorithm that is not known', [], { method: 'ecdsa-sha3-256' }, 'an algorithm that is not known here'],
  ])('proves nothing with %s', async (_, algorithm, signing, words) => {
    const verification = await check(await opensslDocx(makeSigner('Ama Mensah', ...algorithm), signing));
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toContain(words);
  });

  it('is another’s where the certificate was exchanged', async () => {
    const [docx, other] = [await opensslDocx(person), await opensslDocx(makeSigner('Amy Mensah'))];
    const theirs = /<X509Certificate>([^<]+)/;
    let certificate = '';
    await edited(other, { '_xmlsignatures/sig1.xml': (text) => (certificate = theirs.exec(text)?.[1] ?? '') });
    const forged = await edited(docx, {
      '_xmlsignatures/sig1.xml': (text) => text.replace(theirs, `<X509Certificate>${certificate}`),
    });
    const verification = await check(forged);
    expect(verification.verdict).toBe('altered');
    expect(codes(verification)).toContain('certificate-exchanged');
    expect(codes(verification)).toContain('signature-wrong');
  });

  it('is no signature of another document', async () => {
    const [pass, fail] = [await opensslDocx(person), await opensslDocx(person, {}, 'FAIL')];
    let signature = '';
    await edited(pass, { '_xmlsignatures/sig1.xml': (text) => (signature = text) });
    const verification = await check(await edited(fail, { '_xmlsignatures/sig1.xml': () => signature }));
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('“word/document.xml” was changed after the signature was made');
  });
});
