import type { Result } from '../../lib/result.ts';
import { Unreadable } from '../unreadable.ts';
import type { HashName } from '../verification-crypto.ts';
import { type AlgorithmFault, hashOf } from './algorithms.ts';
import { type Asn1, TAG } from './asn1.ts';
import { Members, oidOf, timeOf } from './members.ts';

/** What the signer signed besides the document's digest. */
export type SignedAttributes = {
  /** The exact bytes that were signed. */
  readonly signed: Uint8Array;
  readonly messageDigest: Uint8Array;
  /** Milliseconds since 1970, by the signing computer's clock. */
  readonly signingTime: number | null;
  /** Which certificate the signer says it signed with; null where it does not say. */
  readonly certificate: { readonly hash: Result<HashName, AlgorithmFault>; readonly digest: Uint8Array } | null;
};

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const DATA = '1.2.840.113549.1.7.1';

/** Reads signed attributes (RFC 5652, 5.3 and 11; RFC 5035): each once, with one value. */
export function readSignedAttributes(attributes: Asn1): SignedAttributes {
  if (!attributes.definite) throw new Unreadable('syntax');
  const values = new Map<string, Asn1>();
  for (const attribute of attributes.children) {
    const members = new Members(attribute);
    const type = oidOf(members.any());
    const value = new Members(members.need(TAG.set), TAG.set);
    members.end();
    if (values.has(type)) throw new Unreadable('syntax');
    values.set(type, value.any());
    value.end();
  }
  const contentType = values.get(CONTENT_TYPE);
  const messageDigest = values.get(MESSAGE_DIGEST);
  if (!contentType || oidOf(contentType) !== DATA) throw new Unreadable('syntax');
  if (messageDigest?.tag !== TAG.octetString) throw new Unreadable('syntax');
  const signingTime = values.get(SIGNING_TIME);
  const signingCertificate = values.get(SIGNING_CERTIFICATE_V2);
  const signed = attributes.raw.slice();
  signed[0] = TAG.set;
  return {
    signed,
    messageDigest: messageDigest.content,
    signingTime: signingTime ? timeOf(signingTime) : null,
    certificate: signingCertificate ? readSigningCertificate(signingCertificate) : null,
  };
}

/** The first of its certificates is the signer's; without a named hash it is SHA-256. */
function readSigningCertificate(value: Asn1): SignedAttributes['certificate'] {
  const first = new Members(new Members(new Members(value).need(TAG.sequence)).any());
  const algorithm = first.optional(TAG.sequence);
  const digest = first.need(TAG.octetString).content;
  return { hash: algorithm ? hashOf(algorithm) : { ok: true, value: 'SHA-256' }, digest };
}
