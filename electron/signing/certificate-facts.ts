import { X509Certificate } from 'node:crypto';
import { type Instant, isInstant } from '../../shared/lib/dates.ts';
import { type Digest, isId, type PersonId } from '../../shared/model/ids.ts';
import { ROLES, type Role } from '../../shared/model/person.ts';
import { type Asn1, readWholeAsn1, TAG } from '../../shared/verification/cms/asn1.ts';
import { readCertificate } from '../../shared/verification/cms/certificate.ts';
import { Members, oidOf } from '../../shared/verification/cms/members.ts';
import { safeText } from '../../shared/verification/safe-text.ts';
import { sameBytes } from '../../shared/verification/same-bytes.ts';
import { latin1, utf8, utf16be } from '../../shared/verification/text-encodings.ts';
import { reading } from '../../shared/verification/unreadable.ts';
import { fingerprintOf, NAME_PART } from './certificate-names.ts';

/** What a certificate says of itself; only a register says whether it is true. Text in it is fit to be shown. */
export type CertificateFacts = {
  readonly certificate: Uint8Array;
  readonly fingerprint: Digest;
  /** Null where it names no person by id, as another product's. */
  readonly person: PersonId | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly centre: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
};

/** Bytes; ours have some 700. */
const LARGEST = 65_536;
const LONGEST_NAME = 200;
const PEM = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/;

/** A certificate's DER out of a file that holds it as DER or, once, as PEM; null where it holds neither. */
export function certificateInFile(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > LARGEST) return null;
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes('-----BEGIN')) return bytes;
  const base64 = PEM.exec(text)?.[1];
  return base64 === undefined ? null : Buffer.from(base64, 'base64');
}

/** Reads a certificate strictly. Null where it cannot be read, or says that it signed itself and did not. */
export function certificateFacts(der: Uint8Array): CertificateFacts | null {
  if (der.length > LARGEST) return null;
  const read = reading(() => {
    const certificate = readCertificate(readWholeAsn1(der));
    return { certificate, parts: partsOf(readWholeAsn1(certificate.subject)) };
  });
  if (!read.ok) return null;
  const { certificate, parts } = read.value;
  if (certificate.key.kind === 'unknown') return null;
  if (sameBytes(certificate.issuer, certificate.subject) && !signedItself(der)) return null;
  const person = parts.get(NAME_PART.serialNumber)?.[0] ?? '';
  const units = parts.get(NAME_PART.organisationalUnit) ?? [];
  return {
    certificate: der,
    fingerprint: fingerprintOf(der),
    person: isPersonId(person) ? person : null,
    name: parts.get(NAME_PART.commonName)?.[0] || certificate.name,
    roles: ROLES.filter((role) => units.includes(role)),
    centre: parts.get(NAME_PART.organisation)?.[0] ?? '',
    from: instantOf(certificate.notBefore),
    until: instantOf(certificate.notAfter),
  };
}

function partsOf(subject: Asn1): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const set of new Members(subject).rest()) {
    for (const attribute of new Members(set, TAG.set).rest()) {
      const members = new Members(attribute);
      const type = oidOf(members.any());
      const text = textOf(members.any());
      members.end();
      parts.set(type, [...(parts.get(type) ?? []), text]);
    }
  }
  return parts;
}

function textOf({ tag, content }: Asn1): string {
  const text = tag === 0x1e ? utf16be(content) : tag === 0x0c ? (utf8(content) ?? latin1(content)) : latin1(content);
  return safeText(text.normalize('NFC'), LONGEST_NAME);
}

function signedItself(der: Uint8Array): boolean {
  try {
    const certificate = new X509Certificate(der);
    return certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}

function isPersonId(text: string): text is PersonId {
  return isId(text);
}

/** Null for a year that no form of the app has. */
function instantOf(time: number): Instant | null {
  const text = new Date(time).toISOString().replace(/Z$/, '+00:00');
  return isInstant(text) ? text : null;
}
