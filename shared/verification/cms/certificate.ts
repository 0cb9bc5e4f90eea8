import { Unreadable } from '../unreadable.ts';
import type { CurveName } from '../verification-crypto.ts';
import { type Asn1, readWholeAsn1, TAG } from './asn1.ts';
import { nameOfSubject } from './distinguished-name.ts';
import { integer, Members, oidOf, timeOf, wholeBits } from './members.ts';

export type PublicKey =
  | { readonly kind: 'ec'; readonly curve: CurveName }
  | { readonly kind: 'rsa'; readonly bits: number }
  | { readonly kind: 'unknown'; readonly oid: string };

/** What verifying needs of an X.509 certificate. */
export type Certificate = {
  readonly der: Uint8Array;
  /** The part that its issuer signed. */
  readonly signedPart: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Made safe to show. */
  readonly name: string;
  /** SubjectPublicKeyInfo in DER. */
  readonly keyInfo: Uint8Array;
  readonly key: PublicKey;
  readonly subjectKeyId: Uint8Array | null;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
};

const SUBJECT_KEY_ID = '2.5.29.14';
const EC_KEY = '1.2.840.10045.2.1';
const RSA_KEY = '1.2.840.113549.1.1.1';
const CURVES: Readonly<Record<string, CurveName>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** Reads a certificate (RFC 5280, 4.1). */
export function readCertificate(element: Asn1): Certificate {
  if (!element.definite) throw new Unreadable('syntax');
  const outer = new Members(element);
  const signed = outer.need(TAG.sequence);
  const signatureAlgorithm = outer.need(TAG.sequence);
  const signature = wholeBits(outer.any());
  outer.end();

  const members = new Members(signed);
  members.optional(0xa0);
  const serialNumber = integer(members.any()).content;
  members.need(TAG.sequence);
  const issuer = members.need(TAG.sequence);
  const validity = new Members(members.need(TAG.sequence));
  const notBefore = timeOf(validity.any());
  const notAfter = timeOf(validity.any());
  const subject = members.need(TAG.sequence);
  const keyInfo = members.need(TAG.sequence);
  members.optional(0x81);
  members.optional(0x82);
  const extensions = members.optional(0xa3);
  members.end();
  return {
    der: element.raw,
    signedPart: signed.raw,
    serialNumber,
    issuer: issuer.raw,
    subject: subject.raw,
    name: nameOfSubject(subject),
    keyInfo: keyInfo.raw,
    key: readKey(keyInfo),
    subjectKeyId: extensions ? readSubjectKeyId(extensions) : null,
    notBefore,
    notAfter,
    signatureAlgorithm,
    signature,
  };
}

function readKey(keyInfo: Asn1): PublicKey {
  const members = new Members(keyInfo);
  const algorithm = new Members(members.need(TAG.sequence));
  const bits = wholeBits(members.any());
  members.end();
  const oid = oidOf(algorithm.any());
  if (oid === RSA_KEY) return { kind: 'rsa', bits: modulusBits(bits) };
  if (oid !== EC_KEY) return { kind: 'unknown', oid };
  const named = algorithm.any();
  const curve = named.tag === TAG.oid ? CURVES[oidOf(named)] : undefined;
  return curve === undefined ? { kind: 'unknown', oid } : { kind: 'ec', curve };
}

function modulusBits(key: Uint8Array): number {
  const { content } = integer(new Members(readWholeAsn1(key)).any());
  const first = content.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (content.length - first) * 8 - Math.clz32(content[first] ?? 0) + 24;
}

function readSubjectKeyId(extensions: Asn1): Uint8Array | null {
  for (const extension of new Members(new Members(extensions, 0xa3).need(TAG.sequence)).rest()) {
    const members = new Members(extension);
    if (oidOf(members.any()) !== SUBJECT_KEY_ID) continue;
    members.optional(TAG.boolean);
    const value = readWholeAsn1(members.need(TAG.octetString).content);
    if (value.tag !== TAG.octetString) throw new Unreadable('syntax');
    return value.content;
  }
  return null;
}
