import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { saved } from '../exports/pdf/pdf-tools.ts';
import { pemOf } from './signature-tools.ts';
import { assessor, identityOf, iqa } from './signers.ts';

function printed(certificate: Uint8Array): string {
  const file = saved(Buffer.from(pemOf(certificate)), 'certificate.pem');
  const options = ['-noout', '-text', '-nameopt', 'RFC2253,-esc_msb,utf8'];
  return spawnSync('openssl', ['x509', '-in', file, ...options], { encoding: 'utf8' }).stdout;
}

describe('an identity', () => {
  it('is a P-256 key with the certificate that goes with it', () => {
    const key = createPrivateKey({ key: Buffer.from(assessor.privateKey), format: 'der', type: 'pkcs8' });
    expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    const certificate = new X509Certificate(assessor.certificate);
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    const text = Buffer.from('A mark sheet');
    expect(verify('sha256', text, createPublicKey(key), sign('sha256', text, key))).toBe(true);
  });

  it('names the person, the roles and the centre, each by itself', () => {
    expect(printed(iqa.certificate)).toContain(
      'Subject: CN=Ελένη Παπαδοπούλου,OU=lead-iqa,OU=iqa,O=Northgate Management Centre',
    );
    expect(printed(iqa.certificate)).toContain(
      'Issuer: CN=Ελένη Παπαδοπούλου,OU=lead-iqa,OU=iqa,O=Northgate Management Centre',
    );
  });

  it('is for signing, cannot issue others, and says how long it is good for', () => {
    const text = printed(assessor.certificate);
    expect(text).toContain('Version: 3 (0x2)');
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:FALSE\n/);
    expect(text).toContain('Not Before: Jan  1 00:00:00 2026 GMT');
    expect(text).toContain('Not After : Jan  1 00:00:00 2056 GMT');
  });

  it('is known by the SHA-256 of its certificate', () => {
    expect(assessor.fingerprint).toBe(createHash('sha256').update(assessor.certificate).digest('hex'));
  });

  it('never has the serial number or the key of another', async () => {
    const again = await identityOf('Zoë Ångström-Nguyễn', 'assessor');
    const [one, other] = [assessor, again].map((identity) => new X509Certificate(identity.certificate));
    expect(one?.serialNumber).not.toBe(other?.serialNumber);
    expect(one?.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(again.fingerprint).not.toBe(assessor.fingerprint);
  });

  it('carries a name of 200 accented letters, and does without a role', async () => {
    const name = 'Françoise-Zoë Ångström '.repeat(9).slice(0, 200).trim();
    const { certificate } = await identityOf(name);
    expect(printed(certificate)).toContain(`Subject: CN=${name},O=Northgate Management Centre`);
  });
});
