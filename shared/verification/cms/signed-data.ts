import { sameBytes } from '../same-bytes.ts';
import { reading, Unreadable } from '../unreadable.ts';
import { type Asn1, readAsn1, TAG } from './asn1.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { integer, Members, oidOf, smallInteger } from './members.ts';

/** What a signature's CMS holds: one signer, its certificate, and no content of its own. */
export type SignedData = {
  readonly certificate: Certificate;
  readonly digestAlgorithm: Asn1;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
  /** `[0] IMPLICIT SET OF Attribute`. */
  readonly signedAttributes: Asn1 | null;
  /** There are certificates of others, revocation lists or unsigned attributes, which the signature does not protect. */
  readonly hasUnprotected: boolean;
};

/** Bytes; with all its certificates and revocation lists a signature has some tens of thousands. */
const LARGEST = 1_048_576;
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';

/**
 * Reads the CMS of a detached signature (RFC 5652), behind which only zeros may fill the room that was left for it.
 * Whatever is not covered by the signature itself is held to the one form that fits, so that nothing can be slipped in.
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  if (bytes.length > LARGEST) throw new Unreadable('too-much');
  const { value, rest } = readAsn1(bytes);
  if (rest.some((byte) => byte !== 0)) throw new Unreadable('syntax');
  const outer = new Members(value);
  if (oidOf(outer.any()) !== SIGNED_DATA) throw new Unreadable('syntax');
  const members = new Members(new Members(outer.need(0xa0), 0xa0).need(TAG.sequence));
  outer.end();

  const version = smallInteger(members.any());
  const digestAlgorithms = members.need(TAG.set);
  const content = new Members(members.need(TAG.sequence));
  if (oidOf(content.any()) !== DATA) throw new Unreadable('syntax');
  content.end();
  const certificates = members.optional(0xa0)?.children ?? [];
  const revocations = members.optional(0xa1);
  const [signer, ...moreSigners] = members.need(TAG.set).children;
  members.end();
  if (!signer || moreSigners.length > 0 || (version !== 1 && version !== 3)) throw new Unreadable('syntax');
  const signed = readSigner(signer, digestAlgorithms.children, certificates);
  return { ...signed, hasUnprotected: signed.hasUnprotected || revocations !== null };
}

function readSigner(signer: Asn1, digests: readonly Asn1[], certificates: readonly Asn1[]): SignedData {
  const members = new Members(signer);
  const version = smallInteger(members.any());
  const identifier = members.any();
  const digestAlgorithm = members.need(TAG.sequence);
  const signedAttributes = members.optional(0xa0);
  const signatureAlgorithm = members.need(TAG.sequence);
  const signature = members.need(TAG.octetString).content;
  const unsignedAttributes = members.optional(0xa1);
  members.end();
  if (version !== (identifier.tag === TAG.sequence ? 1 : 3)) throw new Unreadable('syntax');
  const digest = plainAlgorithm(digestAlgorithm);
  if (!digests.map(plainAlgorithm).includes(digest)) throw new Unreadable('syntax');
  // Another's certificate may be of a kind that is not read here; the signer's own must be.
  const readable = certificates.map((one) => reading(() => readCertificate(one)));
  // NSS puts a self-signed one in twice.
  const [certificate, ...more] = readable.flatMap((one) =>
    one.ok && identifies(identifier, one.value) ? one.value : [],
  );
  if (!certificate || !more.every((one) => sameBytes(one.der, certificate.der))) throw new Unreadable('syntax');
  return {
    certificate,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    signedAttributes,
    hasUnprotected: unsignedAttributes !== null || certificates.length > 1 + more.length,
  };
}

/** The identifier of an algorithm that takes no parameters. */
function plainAlgorithm(algorithm: Asn1): string {
  const members = new Members(algorithm);
  const oid = oidOf(members.any());
  members.optional(TAG.null);
  members.end();
  return oid;
}

/** By issuer and serial number, or by the subject key identifier. */
function identifies(identifier: Asn1, certificate: Certificate): boolean {
  if (identifier.tag === 0x80) {
    return certificate.subjectKeyId !== null && sameBytes(identifier.content, certificate.subjectKeyId);
  }
  const members = new Members(identifier);
  const issuer = members.need(TAG.sequence);
  const serialNumber = integer(members.any());
  members.end();
  return sameBytes(issuer.raw, certificate.issuer) && sameBytes(serialNumber.content, certificate.serialNumber);
}
