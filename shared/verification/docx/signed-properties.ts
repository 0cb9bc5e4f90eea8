import { type Instant, isInstant } from '../../lib/dates.ts';
import type { Result } from '../../lib/result.ts';
import { spacedBase64Bytes } from '../base64.ts';
import type { AlgorithmFault } from '../cms/algorithms.ts';
import { Unreadable } from '../unreadable.ts';
import type { HashName } from '../verification-crypto.ts';
import { childrenNamed, elementsOf, textWithin, type XmlElement } from '../xml/xml-tree.ts';
import { DSIG_NS, PACKAGE_SIGNATURE_NS, XADES_NS } from './names.ts';
import { algorithmOf, only } from './reference.ts';
import { digestOf } from './xml-algorithms.ts';

/** What the signer signed besides the parts: which certificate, and the claim of a time. */
export type SignedProperties = {
  readonly naming: { readonly hash: Result<HashName, AlgorithmFault>; readonly digest: Uint8Array } | null;
  readonly claimedTime: Instant | null;
};

/** Reads XAdES' signed properties (ETSI EN 319 132-1): SigningTime, and SigningCertificate in either of its forms. */
export function readSignedProperties(element: XmlElement): SignedProperties {
  const [signature, ...more] = childrenNamed(element, XADES_NS, 'SignedSignatureProperties');
  if (!signature || more.length > 0) throw new Unreadable('syntax');
  const [time, ...otherTimes] = childrenNamed(signature, XADES_NS, 'SigningTime');
  const named = elementsOf(signature).filter(
    (one) => one.uri === XADES_NS && (one.local === 'SigningCertificate' || one.local === 'SigningCertificateV2'),
  );
  if (named.length > 1 || otherTimes.length > 0) throw new Unreadable('syntax');
  return {
    naming: named[0] ? namingOf(named[0]) : null,
    claimedTime: time ? instantOfXmlTime(textWithin(time) ?? '') : null,
  };
}

/** The first of its certificates is the signer's. */
function namingOf(element: XmlElement): SignedProperties['naming'] {
  const [certificate] = childrenNamed(element, XADES_NS, 'Cert');
  const [digested] = certificate ? childrenNamed(certificate, XADES_NS, 'CertDigest') : [];
  if (!digested) throw new Unreadable('syntax');
  const digest = spacedBase64Bytes(textWithin(only(digested, 'DigestValue')) ?? '-');
  if (!digest) throw new Unreadable('syntax');
  return { hash: digestOf(algorithmOf(only(digested, 'DigestMethod'))), digest };
}

/** The time that a package's own signature property claims, where there is no XAdES. */
export function timeOfPackage(objects: readonly XmlElement[]): Instant | null {
  const times = objects
    .flatMap((one) => childrenNamed(one, DSIG_NS, 'SignatureProperties'))
    .flatMap((one) => childrenNamed(one, DSIG_NS, 'SignatureProperty'))
    .flatMap((one) => childrenNamed(one, PACKAGE_SIGNATURE_NS, 'SignatureTime'))
    .flatMap((one) => childrenNamed(one, PACKAGE_SIGNATURE_NS, 'Value'));
  const [time, ...more] = times;
  return time && more.length === 0 ? instantOfXmlTime(textWithin(time) ?? '') : null;
}

/** `2026-11-22T14:02:03Z`, with or without fractions of a second, or with an offset; null for anything else. */
function instantOfXmlTime(text: string): Instant | null {
  const parts = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)\s*$/.exec(text);
  if (!parts) return null;
  const fraction = (parts[2] ?? '').padEnd(3, '0').slice(0, 3);
  const instant = `${parts[1]}.${fraction}${parts[3] === 'Z' ? '+00:00' : parts[3]}`;
  return isInstant(instant) && !Number.isNaN(Date.parse(instant)) ? instant : null;
}
