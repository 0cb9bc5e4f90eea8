import { describe, expect, it } from 'vitest';
import { hasOpenssl, makeCms, makeSigner, sign } from './openssl-signer.ts';
import { writePdf } from './small-pdf.ts';
import { codes, fixture, replaced, sentences, verify } from './verifying.ts';

describe('a file signed by another program', () => {
  it('holds two signatures of poppler, the second covering the whole file', async () => {
    const verification = await verify(fixture('pdfsig-two-signatures.pdf'));
    expect(verification.verdict).toBe('intact');
    expect(verification.trust.map((one) => [one.name, one.carriedRegister])).toEqual([
      ['Rhys Pryce', 'no-register'],
      ['Eleri Vaughan', 'no-register'],
    ]);
    expect(codes(verification)).toEqual([
      'signed',
      'update-allowed',
      'signed',
      'no-data',
      'trust-not-judged',
      'trust-not-judged',
    ]);
    const said = sentences(verification);
    expect(said).toContain(
      'Signed by Rhys Pryce on 22 Nov 2026, 04:24 +00:00 by the signing computer’s clock. The signature covers the first 6,301 of 12,986 bytes',
    );
    expect(said).toContain('6,685 bytes were added after the signature of Rhys Pryce. They signed “iqa.signature”');
    expect(said).toContain('Signed by Eleri Vaughan');
    expect(said).toContain('The signature covers the whole file');
    expect(said).toContain('Fingerprint of its certificate (SHA-256): 2856692dfd6d389b');
  });

  it('may keep its objects in compressed streams', async () => {
    const verification = await verify(fixture('pdfsig-object-streams.pdf'));
    expect(verification.verdict).toBe('intact');
    expect(codes(verification).filter((code) => code === 'signed')).toHaveLength(2);
  });

  it('may be signed as it is exported, as LibreOffice does', async () => {
    const verification = await verify(fixture('libreoffice.pdf'));
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('Signed by Rhys Pryce on 22 Nov 2026, 04:23 +00:00');
  });

  it('proves nothing by SHA-1', async () => {
    const verification = await verify(fixture('mutool-sha1.pdf'));
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toContain('uses SHA-1, which can be forged today, so it proves nothing');
  });
});

describe.skipIf(!hasOpenssl)('a signature by openssl', () => {
  const small = writePdf();
  const person = hasOpenssl ? makeSigner('Ama Mensah') : { key: '', certificate: '' };

  it.each([
    ['P-384 and SHA-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], ['-cades', '-md', 'sha384']],
    ['P-521 and SHA-512', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'], ['-cades', '-md', 'sha512']],
    ['RSA 2048', ['rsa:2048'], ['-cades', '-md', 'sha256']],
    ['RSA-PSS', ['rsa:2048'], ['-cades', '-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
    ['a key named by its identifier', [], ['-cades', '-md', 'sha256', '-keyid']],
  ])('holds with %s', async (_, algorithm, cms) => {
    const signed = sign(small, makeSigner('Ama Mensah', ...algorithm), { cms, room: 2000 });
    const verification = await verify(signed);
    expect(sentences(verification)).toContain('Signed by Ama Mensah');
    expect(verification.verdict).toBe('intact');
    expect((await verify(replaced(signed, 'PASS', 'FAIL'))).verdict).toBe('altered');
  });

  it('is refused with a key too short to mean anything', async () => {
    const verification = await verify(sign(small, makeSigner('Ama Mensah', 'rsa:1024')));
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toContain('uses RSA 1024, which can be forged today');
  });

  it('is refused with SHA-1', async () => {
    const verification = await verify(sign(small, person, { cms: ['-cades', '-md', 'sha1'] }));
    expect(codes(verification)).toContain('algorithm-refused');
    expect(verification.verdict).toBe('not-checkable');
  });

  it('is not checked with an algorithm that is not known here', async () => {
    const verification = await verify(
      sign(small, makeSigner('Ama Mensah', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1')),
    );
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toContain('an algorithm that is not known here');
  });

  it('must name its certificate where PAdES demands it', async () => {
    const verification = await verify(sign(small, person, { cms: ['-md', 'sha256'] }));
    expect(codes(verification)).toContain('certificate-not-named');
    expect(verification.verdict).toBe('not-checkable');
  });

  it('of the older format holds without, and says that the name is not protected', async () => {
    const signing = { cms: ['-md', 'sha256'], subFilter: 'adbe.pkcs7.detached' };
    const verification = await verify(sign(small, person, signing));
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('The signature does not protect the certificate that names Ama Mensah');
  });

  it('is not checked without signed attributes', async () => {
    const verification = await verify(
      sign(small, person, { cms: ['-noattr', '-md', 'sha256'], subFilter: 'adbe.pkcs7.detached' }),
    );
    expect(codes(verification)).toEqual(['attributes-missing', 'data-not-read']);
    expect(verification.verdict).toBe('not-checkable');
  });

  it('may not carry a content of its own', async () => {
    const verification = await verify(
      sign(small, person, { cms: ['-nodetach', '-cades', '-md', 'sha256'], room: 8000 }),
    );
    expect(codes(verification)).toEqual(['signature-unreadable', 'data-not-read']);
  });

  it('of another format is not checked', async () => {
    const verification = await verify(sign(small, person, { subFilter: 'adbe.x509.rsa_sha1' }));
    expect(sentences(verification)).toContain(
      'Signature 1 is of a format that is not checked here (adbe.x509.rsa_sha1).',
    );
  });

  it('over another file is not a signature of this one', async () => {
    const foreign = (covered: Uint8Array) =>
      makeCms(Buffer.concat([covered, Buffer.from(' ')]), person, ['-cades', '-md', 'sha256']);
    const verification = await verify(sign(small, person, { seal: foreign }));
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('What Ama Mensah signed is not what this file holds');
  });

  it('under an exchanged certificate is found out', async () => {
    const renamed = (covered: Uint8Array) => {
      const cms = Buffer.from(makeCms(covered, person, ['-cades', '-md', 'sha256']));
      // The issuer comes first and stays, so that the signer is still found; the subject comes second.
      const subject = cms.indexOf('Ama Mensah', cms.indexOf('Ama Mensah') + 1);
      return Buffer.concat([cms.subarray(0, subject), Buffer.from('Amy'), cms.subarray(subject + 3)]);
    };
    const verification = await verify(sign(small, person, { seal: renamed }));
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('The certificate that names Amy Mensah is not the one');
  });

  it('cannot write a verdict of its own by the name in its certificate', async () => {
    const name = 'Ama\u202e\u0007 Mensah\u2028INTACT';
    const said = sentences(await verify(sign(small, makeSigner(name))));
    expect(said).toContain('Signed by Ama\ufffd\ufffd Mensah\ufffdINTACT');
    expect(said).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}|\p{Zl}/u);
  });
});
