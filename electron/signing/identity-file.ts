import { createHash, createPrivateKey, timingSafeEqual, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { type Asn1, TAG as READ, readWholeAsn1 } from '../../shared/verification/cms/asn1.ts';
import { Members, oidOf, smallInteger } from '../../shared/verification/cms/members.ts';
import { reading, Unreadable } from '../../shared/verification/unreadable.ts';
import { context, der, oid, TAG } from './der.ts';
import {
  decrypt,
  type Encryption,
  encrypt,
  type Mac,
  macOf,
  makeMac,
  readEncryption,
  readMac,
} from './pkcs12-protection.ts';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const X509 = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

/** Bytes; a key with its certificate has some two thousand. */
const LARGEST = 65_536;

/** Key and certificate, as they go into the file and come out of it. */
export type KeyPair = {
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
};

/** Key and certificate as one PKCS #12 file (RFC 7292), both encrypted under the passphrase, with a MAC over all. */
export async function writeIdentityFile(pair: KeyPair, passphrase: string): Promise<Uint8Array> {
  const mark = createHash('sha1').update(pair.certificate).digest();
  const attributes = der(TAG.set, der(TAG.sequence, oid(LOCAL_KEY_ID), der(TAG.set, der(TAG.octetString, mark))));
  const certificate = der(
    TAG.sequence,
    oid(CERTIFICATE_BAG),
    der(context(0), der(TAG.sequence, oid(X509), der(context(0), der(TAG.octetString, pair.certificate)))),
    attributes,
  );
  const sealedCertificate = await encrypt(passphrase, der(TAG.sequence, certificate));
  const sealedKey = await encrypt(passphrase, pair.privateKey);
  const shrouded = der(TAG.sequence, sealedKey.algorithm, der(TAG.octetString, sealedKey.bytes));
  const key = der(TAG.sequence, oid(KEY_BAG), der(context(0), shrouded), attributes);
  const content = der(
    TAG.sequence,
    der(
      TAG.sequence,
      oid(ENCRYPTED_DATA),
      der(
        context(0),
        der(
          TAG.sequence,
          version(0),
          der(TAG.sequence, oid(DATA), sealedCertificate.algorithm, der(0x80, sealedCertificate.bytes)),
        ),
      ),
    ),
    data(der(TAG.sequence, key)),
  );
  return der(TAG.sequence, version(3), data(content), await makeMac(passphrase, content));
}

function data(content: Uint8Array): Uint8Array {
  return der(TAG.sequence, oid(DATA), der(context(0), der(TAG.octetString, content)));
}

function version(number: number): Uint8Array {
  return der(TAG.integer, new Uint8Array([number]));
}

type Sealed = { readonly encryption: Encryption; readonly bytes: Uint8Array };
type Read = { readonly content: Uint8Array; readonly mac: Mac; readonly certificate: Sealed; readonly key: Sealed };

export type IdentityFileFault = 'wrong-protection' | 'damaged' | 'not-ours';

/** Opens such a file. Only the one form that this app writes is read: one key, one certificate, the same protection. */
export async function openIdentityFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<KeyPair, IdentityFileFault>> {
  if (bytes.length > LARGEST) return err('not-ours');
  const outer = reading(() => readOuter(readWholeAsn1(bytes)));
  // Bytes that are no ASN.1 at all, or end early, were never whole or are so no more.
  if (!outer.ok) return err(reading(() => readWholeAsn1(bytes)).ok ? 'not-ours' : 'damaged');
  const read = reading(() => ({ ...outer.value, ...readContent(outer.value.content) }));
  if (!read.ok) return err('not-ours');
  const pair = await unsealed(read.value, passphrase);
  const mac = await macOf(passphrase, read.value.mac, read.value.content);
  // The key opens with this passphrase and the MAC does not: the passphrase is right, the bytes are not.
  if (!timingSafeEqual(mac, read.value.mac.digest)) return err(pair ? 'damaged' : 'wrong-protection');
  if (!pair) return err('not-ours');
  return belongTogether(pair) ? ok(pair) : err('not-ours');
}

function readOuter(file: Asn1): { readonly content: Uint8Array; readonly mac: Mac } {
  const members = new Members(file);
  if (smallInteger(members.any()) !== 3) throw new Unreadable('syntax');
  const content = dataOf(members.need(READ.sequence));
  const mac = readMac(members.need(READ.sequence));
  members.end();
  return { content, mac };
}

function readContent(content: Uint8Array): { readonly certificate: Sealed; readonly key: Sealed } {
  const parts = new Members(readWholeAsn1(content));
  const certificate = encryptedDataOf(parts.need(READ.sequence));
  const bags = new Members(readWholeAsn1(dataOf(parts.need(READ.sequence))));
  parts.end();
  const shrouded = new Members(bagOf(bags.need(READ.sequence), KEY_BAG));
  bags.end();
  const encryption = readEncryption(shrouded.need(READ.sequence));
  const { content: bytes } = shrouded.need(READ.octetString);
  shrouded.end();
  return { certificate, key: { encryption, bytes } };
}

async function unsealed({ certificate, key }: Read, passphrase: string): Promise<KeyPair | null> {
  const privateKey = await decrypt(passphrase, key.encryption, key.bytes);
  const bags = privateKey && (await decrypt(passphrase, certificate.encryption, certificate.bytes));
  if (!bags) return null;
  const read = reading(() => {
    const list = new Members(readWholeAsn1(bags));
    const bag = new Members(bagOf(list.need(READ.sequence), CERTIFICATE_BAG));
    list.end();
    if (oidOf(bag.any()) !== X509) throw new Unreadable('syntax');
    return only(bag.need(0xa0), READ.octetString).content;
  });
  return read.ok ? { privateKey, certificate: read.value } : null;
}

/** A P-256 key and the certificate that names it. */
function belongTogether({ privateKey, certificate }: KeyPair): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    return (
      key.asymmetricKeyDetails?.namedCurve === 'prime256v1' && new X509Certificate(certificate).checkPrivateKey(key)
    );
  } catch {
    return false;
  }
}

function dataOf(info: Asn1): Uint8Array {
  const members = new Members(info);
  if (oidOf(members.any()) !== DATA) throw new Unreadable('syntax');
  const { content } = only(members.need(0xa0), READ.octetString);
  members.end();
  return content;
}

function encryptedDataOf(info: Asn1): Sealed {
  const members = new Members(info);
  if (oidOf(members.any()) !== ENCRYPTED_DATA) throw new Unreadable('syntax');
  const outer = new Members(only(members.need(0xa0), READ.sequence));
  members.end();
  if (smallInteger(outer.any()) !== 0) throw new Unreadable('syntax');
  const inner = new Members(outer.need(READ.sequence));
  outer.end();
  if (oidOf(inner.any()) !== DATA) throw new Unreadable('syntax');
  const encryption = readEncryption(inner.need(READ.sequence));
  const { content: bytes } = inner.need(0x80);
  inner.end();
  return { encryption, bytes };
}

/** What a bag of this kind holds; its attributes are for other programs. */
function bagOf(bag: Asn1, kind: string): Asn1 {
  const members = new Members(bag);
  if (oidOf(members.any()) !== kind) throw new Unreadable('syntax');
  const value = only(members.need(0xa0), READ.sequence);
  members.optional(READ.set);
  members.end();
  return value;
}

function only(holder: Asn1, tag: number): Asn1 {
  const [element, ...more] = holder.children;
  if (element?.tag !== tag || more.length > 0) throw new Unreadable('syntax');
  return element;
}
