import { createCipheriv, createDecipheriv, createHmac, hash, pbkdf2, randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Asn1 } from '../../shared/verification/cms/asn1.ts';
import { TAG as READ } from '../../shared/verification/cms/asn1.ts';
import { Members, oidOf, smallInteger } from '../../shared/verification/cms/members.ts';
import { Unreadable } from '../../shared/verification/unreadable.ts';
import { der, oid, TAG } from './der.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HMAC_SHA_256 = '1.2.840.113549.2.9';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const NULL = new Uint8Array([0x05, 0x00]);

/** Rounds of both derivations: a guess at the passphrase costs as much by the MAC as by what it encrypts. */
const ROUNDS = 600_000;
/** The file says how many it wants before anything proves who wrote it. */
const MOST_ROUNDS = 2_000_000;
const LONGEST_SALT = 128;
/** SHA-256's output and block, in bytes, and the purpose "MAC" of RFC 7292, appendix B. */
const [DIGEST, BLOCK, FOR_MAC] = [32, 64, 3];
/** Some four milliseconds. */
const ROUNDS_IN_A_TURN = 3000;

const derive = promisify(pbkdf2);

/** How something is encrypted under a passphrase: PBES2 with PBKDF2, HMAC-SHA-256 and AES-256-CBC, and nothing else. */
export type Encryption = { readonly salt: Uint8Array; readonly rounds: number; readonly iv: Uint8Array };

/** A passphrase as the file's two derivations take it; typed on another system it is the same: NFKC. */
export function passwordOf(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** The algorithm identifier, and the bytes under it. */
export async function encrypt(
  passphrase: string,
  plain: Uint8Array,
): Promise<{ readonly algorithm: Uint8Array; readonly bytes: Uint8Array }> {
  const encryption: Encryption = { salt: randomBytes(16), rounds: ROUNDS, iv: randomBytes(16) };
  const cipher = createCipheriv('aes-256-cbc', await keyFor(passphrase, encryption), encryption.iv);
  return { algorithm: written(encryption), bytes: Buffer.concat([cipher.update(plain), cipher.final()]) };
}

/** What was encrypted, or null where the passphrase does not fit. */
export async function decrypt(
  passphrase: string,
  encryption: Encryption,
  bytes: Uint8Array,
): Promise<Uint8Array | null> {
  const decipher = createDecipheriv('aes-256-cbc', await keyFor(passphrase, encryption), encryption.iv);
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    return null;
  }
}

function keyFor(passphrase: string, { salt, rounds }: Encryption): Promise<Buffer> {
  return derive(passwordOf(passphrase), salt, rounds, 32, 'sha256');
}

function written({ salt, rounds, iv }: Encryption): Uint8Array {
  const prf = der(TAG.sequence, oid(HMAC_SHA_256), NULL);
  const derivation = der(TAG.sequence, der(TAG.octetString, salt), wholeNumber(rounds), prf);
  const scheme = der(TAG.sequence, oid(AES_256_CBC), der(TAG.octetString, iv));
  return der(TAG.sequence, oid(PBES2), der(TAG.sequence, der(TAG.sequence, oid(PBKDF2), derivation), scheme));
}

/** Reads an algorithm identifier of this one kind; another is Unreadable. */
export function readEncryption(algorithm: Asn1): Encryption {
  const [parameters] = named(algorithm, PBES2);
  const schemes = new Members(present(parameters));
  const [derivation] = named(schemes.need(READ.sequence), PBKDF2);
  const members = new Members(present(derivation));
  const salt = saltOf(members.need(READ.octetString));
  const rounds = roundsOf(members.any());
  const length = members.optional(READ.integer);
  if (length && smallInteger(length) !== 32) throw new Unreadable('syntax');
  named(members.need(READ.sequence), HMAC_SHA_256);
  members.end();
  const [iv] = named(schemes.need(READ.sequence), AES_256_CBC);
  schemes.end();
  if (iv?.tag !== READ.octetString || iv.content.length !== 16) throw new Unreadable('syntax');
  return { salt, rounds, iv: iv.content };
}

/** A MAC over bytes as PKCS #12 has it. */
export type Mac = { readonly digest: Uint8Array; readonly salt: Uint8Array; readonly rounds: number };

export async function makeMac(passphrase: string, bytes: Uint8Array): Promise<Uint8Array> {
  const salt = randomBytes(16);
  const digest = await macOf(passphrase, { salt, rounds: ROUNDS }, bytes);
  const info = der(TAG.sequence, der(TAG.sequence, oid(SHA_256), NULL), der(TAG.octetString, digest));
  return der(TAG.sequence, info, der(TAG.octetString, salt), wholeNumber(ROUNDS));
}

export function readMac(element: Asn1): Mac {
  const members = new Members(element);
  const info = new Members(members.need(READ.sequence));
  named(info.need(READ.sequence), SHA_256);
  const digest = info.need(READ.octetString).content;
  info.end();
  const salt = saltOf(members.need(READ.octetString));
  const rounds = roundsOf(members.any());
  members.end();
  if (digest.length !== DIGEST) throw new Unreadable('syntax');
  return { digest, salt, rounds };
}

export async function macOf(
  passphrase: string,
  { salt, rounds }: Omit<Mac, 'digest'>,
  bytes: Uint8Array,
): Promise<Buffer> {
  const password = Buffer.from(`${passwordOf(passphrase)}\u0000`, 'utf16le').swap16();
  let key = Buffer.concat([Buffer.alloc(BLOCK, FOR_MAC), filled(salt), filled(password)]);
  for (let round = 0; round < rounds; round += 1) {
    key = hash('sha256', key, 'buffer');
    if (round % ROUNDS_IN_A_TURN === 0) await nextTurn();
  }
  return createHmac('sha256', key).update(bytes).digest();
}

/** Repeated up to whole blocks. */
function filled(bytes: Uint8Array): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK, bytes);
}

/** What follows the identifier of an algorithm that must be this one; a NULL counts for nothing. */
function named(algorithm: Asn1, expected: string): readonly Asn1[] {
  const members = new Members(algorithm);
  if (oidOf(members.any()) !== expected) throw new Unreadable('syntax');
  const [parameters, ...more] = members.rest().filter((one) => one.tag !== READ.null);
  if (more.length > 0) throw new Unreadable('syntax');
  return parameters ? [parameters] : [];
}

function present(element: Asn1 | undefined): Asn1 {
  if (!element) throw new Unreadable('syntax');
  return element;
}

function saltOf({ content }: Asn1): Uint8Array {
  if (content.length === 0 || content.length > LONGEST_SALT) throw new Unreadable('syntax');
  return content;
}

function roundsOf(element: Asn1): number {
  const rounds = smallInteger(element);
  if (rounds < 1 || rounds > MOST_ROUNDS) throw new Unreadable('too-much');
  return rounds;
}

/** An INTEGER that is not negative. */
function wholeNumber(value: number): Uint8Array {
  const digits: number[] = [];
  for (let rest = value; rest > 0 || digits.length === 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  if ((digits[0] ?? 0) >= 0x80) digits.unshift(0);
  return der(TAG.integer, new Uint8Array(digits));
}
