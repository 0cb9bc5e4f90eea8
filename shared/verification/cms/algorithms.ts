import { err, ok, type Result } from '../../lib/result.ts';
import type { HashName, SignatureScheme } from '../verification-crypto.ts';
import { type Asn1, TAG } from './asn1.ts';
import type { PublicKey } from './certificate.ts';
import { Members, oidOf, smallInteger } from './members.ts';

/** Why an algorithm proves nothing here: it can be forged, or it is not known. `algorithm` is fit to be shown. */
export type AlgorithmFault = { readonly algorithm: string; readonly reason: 'weak' | 'unknown' };

type Named = { readonly hash: HashName } | { readonly weak: string };

const HASHES: Readonly<Record<string, Named>> = {
  '2.16.840.1.101.3.4.2.1': { hash: 'SHA-256' },
  '2.16.840.1.101.3.4.2.2': { hash: 'SHA-384' },
  '2.16.840.1.101.3.4.2.3': { hash: 'SHA-512' },
  '2.16.840.1.101.3.4.2.4': { weak: 'SHA-224' },
  '1.3.14.3.2.26': { weak: 'SHA-1' },
  '1.2.840.113549.2.5': { weak: 'MD5' },
};
const ECDSA: Readonly<Record<string, Named>> = {
  '1.2.840.10045.4.3.2': { hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { hash: 'SHA-512' },
  '1.2.840.10045.4.3.1': { weak: 'SHA-224' },
  '1.2.840.10045.4.1': { weak: 'SHA-1' },
};
const RSA: Readonly<Record<string, Named>> = {
  '1.2.840.113549.1.1.11': { hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { hash: 'SHA-512' },
  '1.2.840.113549.1.1.14': { weak: 'SHA-224' },
  '1.2.840.113549.1.1.5': { weak: 'SHA-1' },
  '1.2.840.113549.1.1.4': { weak: 'MD5' },
};
/** Signature algorithms that leave the hash to the digest algorithm beside them. */
const EC_KEY = '1.2.840.10045.2.1';
const RSA_KEY = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const SMALLEST_RSA = 2048;

/** The hash that an algorithm identifier names, no weaker than SHA-256. */
export function hashOf(algorithm: Asn1): Result<HashName, AlgorithmFault> {
  const members = new Members(algorithm);
  const oid = oidOf(members.any());
  members.optional(TAG.null);
  members.end();
  return strong(HASHES[oid], oid);
}

/** How a signature of this algorithm by this key is checked; keys no weaker than P-256 and RSA 2048. */
export function schemeOf(algorithm: Asn1, digest: HashName, key: PublicKey): Result<SignatureScheme, AlgorithmFault> {
  const members = new Members(algorithm);
  const oid = oidOf(members.any());
  switch (key.kind) {
    case 'unknown':
      return unknown(key.oid);
    case 'ec': {
      members.optional(TAG.null);
      members.end();
      const hash = oid === EC_KEY ? ok(digest) : strong(ECDSA[oid], oid);
      return hash.ok ? ok({ kind: 'ecdsa', curve: key.curve, hash: hash.value }) : hash;
    }
    case 'rsa': {
      if (key.bits < SMALLEST_RSA) return err({ algorithm: `RSA ${key.bits}`, reason: 'weak' });
      if (oid === RSA_PSS) return pssOf(members.any());
      members.optional(TAG.null);
      members.end();
      const hash = oid === RSA_KEY ? ok(digest) : strong(RSA[oid], oid);
      return hash.ok ? ok({ kind: 'rsa-pkcs1', hash: hash.value }) : hash;
    }
  }
}

/** RSASSA-PSS with its parameters (RFC 4055); only one hash for both of its places. */
function pssOf(parameters: Asn1): Result<SignatureScheme, AlgorithmFault> {
  const members = new Members(parameters);
  const hashing = members.optional(0xa0);
  const masking = members.optional(0xa1);
  const salt = members.optional(0xa2);
  members.optional(0xa3);
  members.end();
  // What is left out stands for SHA-1.
  if (!hashing || !masking) return err({ algorithm: 'SHA-1', reason: 'weak' });
  const hash = hashOf(new Members(hashing, 0xa0).any());
  if (!hash.ok) return hash;
  const mask = new Members(new Members(masking, 0xa1).need(TAG.sequence));
  const maskOid = oidOf(mask.any());
  const maskHash = maskOid === MGF1 ? hashOf(mask.any()) : unknown(maskOid);
  if (!maskHash.ok) return maskHash;
  if (maskHash.value !== hash.value) return unknown(RSA_PSS);
  const saltLength = salt ? smallInteger(new Members(salt, 0xa2).any()) : 20;
  return ok({ kind: 'rsa-pss', hash: hash.value, saltLength });
}

function strong(named: Named | undefined, oid: string): Result<HashName, AlgorithmFault> {
  if (!named) return unknown(oid);
  return 'hash' in named ? ok(named.hash) : err({ algorithm: named.weak, reason: 'weak' });
}

function unknown(oid: string): Result<never, AlgorithmFault> {
  return err({ algorithm: oid, reason: 'unknown' });
}
