import { err, ok, type Result } from '../../lib/result.ts';
import type { AlgorithmFault } from '../cms/algorithms.ts';
import type { PublicKey } from '../cms/certificate.ts';
import { safeText } from '../safe-text.ts';
import type { HashName, SignatureScheme } from '../verification-crypto.ts';

type Named = { readonly hash: HashName } | { readonly weak: string };

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const PSS = 'http://www.w3.org/2007/05/xmldsig-more#';
const OLD = 'http://www.w3.org/2000/09/xmldsig#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';
const DIGESTS: Readonly<Record<string, Named>> = {
  [`${ENC}sha256`]: { hash: 'SHA-256' },
  [`${MORE}sha384`]: { hash: 'SHA-384' },
  [`${ENC}sha512`]: { hash: 'SHA-512' },
  [`${MORE}sha224`]: { weak: 'SHA-224' },
  [`${OLD}sha1`]: { weak: 'SHA-1' },
  [`${MORE}md5`]: { weak: 'MD5' },
};
const ECDSA: Readonly<Record<string, Named>> = {
  [`${MORE}ecdsa-sha256`]: { hash: 'SHA-256' },
  [`${MORE}ecdsa-sha384`]: { hash: 'SHA-384' },
  [`${MORE}ecdsa-sha512`]: { hash: 'SHA-512' },
  [`${MORE}ecdsa-sha224`]: { weak: 'SHA-224' },
  [`${MORE}ecdsa-sha1`]: { weak: 'SHA-1' },
};
const RSA: Readonly<Record<string, Named>> = {
  [`${MORE}rsa-sha256`]: { hash: 'SHA-256' },
  [`${MORE}rsa-sha384`]: { hash: 'SHA-384' },
  [`${MORE}rsa-sha512`]: { hash: 'SHA-512' },
  [`${MORE}rsa-sha224`]: { weak: 'SHA-224' },
  [`${OLD}rsa-sha1`]: { weak: 'SHA-1' },
  [`${MORE}rsa-md5`]: { weak: 'MD5' },
};
const RSA_PSS: Readonly<Record<string, Named>> = {
  [`${PSS}sha256-rsa-MGF1`]: { hash: 'SHA-256' },
  [`${PSS}sha384-rsa-MGF1`]: { hash: 'SHA-384' },
  [`${PSS}sha512-rsa-MGF1`]: { hash: 'SHA-512' },
};
const SALT_LENGTH: Readonly<Record<HashName, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
const SMALLEST_RSA = 2048;

/** The hash that a DigestMethod names, no weaker than SHA-256. */
export function digestOf(algorithm: string): Result<HashName, AlgorithmFault> {
  return strong(DIGESTS, algorithm);
}

/** How a signature of a SignatureMethod by this key is checked; keys no weaker than P-256 and RSA 2048. */
export function signatureSchemeOf(algorithm: string, key: PublicKey): Result<SignatureScheme, AlgorithmFault> {
  switch (key.kind) {
    case 'unknown':
      return err({ algorithm: key.oid, reason: 'unknown' });
    case 'ec': {
      const hash = strong(ECDSA, algorithm);
      return hash.ok ? ok({ kind: 'ecdsa', curve: key.curve, hash: hash.value }) : hash;
    }
    case 'rsa': {
      if (key.bits < SMALLEST_RSA) return err({ algorithm: `RSA ${key.bits}`, reason: 'weak' });
      const pss = strong(RSA_PSS, algorithm);
      if (pss.ok) return ok({ kind: 'rsa-pss', hash: pss.value, saltLength: SALT_LENGTH[pss.value] });
      const hash = strong(RSA, algorithm);
      return hash.ok ? ok({ kind: 'rsa-pkcs1', hash: hash.value }) : hash;
    }
  }
}

function strong(known: Readonly<Record<string, Named>>, algorithm: string): Result<HashName, AlgorithmFault> {
  const named = Object.hasOwn(known, algorithm) ? known[algorithm] : undefined;
  if (!named) return err({ algorithm: safeText(algorithm, 80), reason: 'unknown' });
  return 'hash' in named ? ok(named.hash) : err({ algorithm: named.weak, reason: 'weak' });
}
