import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Instant } from '../../../shared/lib/dates.ts';
import { context, der, derSet, elements, oid, TAG } from '../der.ts';

const DATA = oid('1.2.840.113549.1.7.1');
const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4');
const SIGNING_TIME = oid('1.2.840.113549.1.9.5');
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47');
const SHA_256 = der(TAG.sequence, oid('2.16.840.1.101.3.4.2.1'));
const ECDSA_WITH_SHA_256 = der(TAG.sequence, oid('1.2.840.10045.4.3.2'));
const VERSION_1 = der(TAG.integer, new Uint8Array([1]));

/** From 2050 on a time is written with four digits of its year. */
const LAST_SHORT_YEAR = 2049;
/** What a CMS takes beside the certificate, in bytes, with room to spare. */
const AROUND_CERTIFICATE = 560;

const keys = new WeakMap<Uint8Array, KeyObject>();

/** A batch hands the same key in again and again: it is parsed once. */
function keyOf(privateKey: Uint8Array): KeyObject {
  const known = keys.get(privateKey);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  keys.set(privateKey, key);
  return key;
}

/** The most bytes that a signature with this certificate takes. */
export function cmsRoom(certificate: Uint8Array): number {
  const { issuer, serial } = issuerAndSerial(certificate);
  return certificate.length + 2 * (issuer.length + serial.length) + AROUND_CERTIFICATE;
}

/**
 * A detached CMS as PAdES baseline B asks: content type, message digest and signing-certificate-v2 are signed, and there
 * is no signing time in it (the PDF's own dictionary says it). As CAdES baseline B asks where a time is given. `digest` is
 * the SHA-256 of the signed bytes.
 */
export function detachedCms(
  digest: Uint8Array,
  privateKey: Uint8Array,
  certificate: Uint8Array,
  signedAt?: Instant,
): Uint8Array {
  const attributes = [
    attribute(CONTENT_TYPE, DATA),
    ...(signedAt === undefined ? [] : [attribute(SIGNING_TIME, time(signedAt))]),
    attribute(MESSAGE_DIGEST, der(TAG.octetString, digest)),
    attribute(SIGNING_CERTIFICATE_V2, signingCertificate(certificate)),
  ];
  const signature = sign('sha256', derSet(TAG.set, attributes), keyOf(privateKey));
  const { issuer, serial } = issuerAndSerial(certificate);
  const signer = der(
    TAG.sequence,
    VERSION_1,
    der(TAG.sequence, issuer, serial),
    SHA_256,
    derSet(context(0), attributes),
    ECDSA_WITH_SHA_256,
    der(TAG.octetString, signature),
  );
  const signed = der(
    TAG.sequence,
    VERSION_1,
    der(TAG.set, SHA_256),
    der(TAG.sequence, DATA),
    der(context(0), certificate),
    der(TAG.set, signer),
  );
  return der(TAG.sequence, SIGNED_DATA, der(context(0), signed));
}

/** UTCTime up to 2049, as RFC 5652 has it; whole seconds. */
function time(instant: Instant): Uint8Array {
  const digits = new Date(instant).toISOString().replace(/[-:T]|\.\d+/g, '');
  const short = Number(digits.slice(0, 4)) <= LAST_SHORT_YEAR;
  return der(short ? TAG.utcTime : TAG.generalizedTime, Buffer.from(short ? digits.slice(2) : digits, 'latin1'));
}

function attribute(type: Uint8Array, value: Uint8Array): Uint8Array {
  return der(TAG.sequence, type, der(TAG.set, value));
}

/** ESSCertIDv2: binds the signature to this certificate (RFC 5035). SHA-256 is its default, so it is not written. */
function signingCertificate(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate);
  const hash = der(TAG.octetString, createHash('sha256').update(certificate).digest());
  const names = der(TAG.sequence, der(context(4), issuer));
  return der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, hash, der(TAG.sequence, names, serial))));
}

function issuerAndSerial(certificate: Uint8Array): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const [outer] = elements(certificate);
  const [body] = elements(outer?.content ?? new Uint8Array());
  const fields = elements(body?.content ?? new Uint8Array());
  const versioned = fields[0]?.tag === context(0) ? 1 : 0;
  const serial = fields[versioned];
  const issuer = fields[versioned + 2];
  if (!serial || !issuer || serial.tag !== TAG.integer) throw new Error('The certificate is not X.509');
  return { issuer: issuer.whole, serial: serial.whole };
}
