import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openIdentityFile, writeIdentityFile } from '../../../electron/signing/identity-file.ts';
import { answer } from '../../support/result.ts';
import { path, saved } from '../exports/pdf/pdf-tools.ts';
import { pemOf } from './signature-tools.ts';
import { assessor, ev } from './signers.ts';

const PROTECTION = 'kept under æther 2026';
let file: Uint8Array;
beforeAll(async () => {
  file = await writeIdentityFile(assessor, PROTECTION);
});

function openssl(...args: readonly string[]) {
  return spawnSync('openssl', ['pkcs12', ...args], { encoding: 'utf8' });
}

/** What openssl makes of a key and a certificate. */
function byOpenssl(more: readonly string[]): Buffer {
  const key = saved(assessor.privateKey, 'key.der');
  const pem = spawnSync('openssl', ['pkcs8', '-inform', 'DER', '-in', key, '-nocrypt'], { encoding: 'utf8' }).stdout;
  const both = saved(Buffer.from(pem + pemOf(assessor.certificate)), 'both.pem');
  const out = path('made.p12');
  const made = openssl('-export', '-in', both, '-passout', `pass:${PROTECTION}`, '-out', out, ...more);
  if (made.status !== 0) throw new Error(made.stderr);
  return readFileSync(out);
}

describe('an identity as a file', () => {
  it('opens with its passphrase, and gives the very key and certificate', async () => {
    const opened = answer(await openIdentityFile(file, PROTECTION));
    expect(Buffer.from(opened.privateKey).equals(assessor.privateKey)).toBe(true);
    expect(Buffer.from(opened.certificate).equals(assessor.certificate)).toBe(true);
  });

  it('opens for openssl, which finds the key that the certificate names', () => {
    const args = ['-in', saved(file, 'identity.p12'), '-passin', `pass:${PROTECTION}`, '-nodes'];
    const { stdout, stderr, status } = openssl(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/-----BEGIN PRIVATE KEY-----/g)).toHaveLength(1);
    expect(stdout.match(/-----BEGIN CERTIFICATE-----/g)).toHaveLength(1);
    const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(stdout)?.[0] ?? '';
    expect(createHash('sha256').update(new X509Certificate(pem).raw).digest('hex')).toBe(assessor.fingerprint);
  });

  it('is protected by AES-256 and many rounds of SHA-256, key, certificate and MAC alike', () => {
    const { stderr } = openssl('-in', saved(file, 'identity.p12'), '-passin', `pass:${PROTECTION}`, '-info', '-noout');
    expect(stderr).toContain('MAC: sha256, Iteration 600000');
    expect(stderr.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256/g)).toHaveLength(2);
    const plain = Buffer.from(file).toString('latin1');
    expect(plain).not.toContain('Northgate');
  });

  it('does not open for openssl or here with another passphrase', async () => {
    const { status } = openssl('-in', saved(file, 'identity.p12'), '-passin', 'pass:another', '-noout');
    expect(status).not.toBe(0);
    expect(await openIdentityFile(file, 'another')).toEqual({ ok: false, error: 'wrong-protection' });
  });

  it('opens where the passphrase is typed with accents apart', async () => {
    const composed = await writeIdentityFile(ev, 'caf\u00e9 by the sea');
    expect(await openIdentityFile(composed, 'cafe\u0301 by the sea')).toMatchObject({ ok: true });
  });

  it('is read where openssl made it with the same protection', async () => {
    const made = byOpenssl(['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256']);
    expect(await openIdentityFile(made, PROTECTION)).toMatchObject({ ok: true });
  });

  it('says that bytes in it were changed, where the passphrase is right', async () => {
    const changed = Buffer.from(file);
    // In the mark of the key, which is not encrypted: the MAC alone tells.
    const at = changed.length - 90;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(await openIdentityFile(changed, PROTECTION)).toEqual({ ok: false, error: 'damaged' });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 10), 'damaged'],
    ['of noise', () => createHash('sha512').update('noise').digest(), 'damaged'],
    ['a certificate alone', () => Buffer.from(assessor.certificate), 'not-ours'],
    ['with a tail', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])]), 'damaged'],
    ['longer than any identity', () => Buffer.alloc(70_000, 0x30), 'not-ours'],
    ['without a byte', () => Buffer.alloc(0), 'damaged'],
  ] as const)('refuses a file %s', async (_what, made, error) => {
    expect(await openIdentityFile(made(Buffer.from(file)), PROTECTION)).toEqual({ ok: false, error });
  });

  it('refuses protection that other programs once used', async () => {
    const made = byOpenssl(['-legacy']);
    expect(await openIdentityFile(made, PROTECTION)).toEqual({ ok: false, error: 'not-ours' });
  });

  it('refuses to be kept busy by a file that asks for more rounds than any need', async () => {
    const busy = Buffer.from(file);
    // 600,000 as it stands there, three bytes behind their tag and length.
    const rounds = Buffer.from([0x02, 0x03, 0x09, 0x27, 0xc0]);
    for (let at = busy.indexOf(rounds); at >= 0; at = busy.indexOf(rounds, at + 1))
      busy.writeUIntBE(0x7fffff, at + 2, 3);
    const began = performance.now();
    expect(await openIdentityFile(busy, PROTECTION)).toEqual({ ok: false, error: 'not-ours' });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('refuses a key that the certificate does not name', async () => {
    const mixed = await writeIdentityFile({ privateKey: ev.privateKey, certificate: assessor.certificate }, PROTECTION);
    expect(await openIdentityFile(mixed, PROTECTION)).toEqual({ ok: false, error: 'not-ours' });
  });
});
