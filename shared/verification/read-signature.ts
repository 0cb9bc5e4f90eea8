import { ok, type Result } from '../lib/result.ts';
import { type AlgorithmFault, hashOf, schemeOf } from './cms/algorithms.ts';
import type { Certificate } from './cms/certificate.ts';
import { plainEcdsaSignature } from './cms/ecdsa-signature.ts';
import { readSignedAttributes, type SignedAttributes } from './cms/signed-attributes.ts';
import { readSignedData } from './cms/signed-data.ts';
import { type Problem, reading } from './unreadable.ts';
import type { HashName, SignatureScheme } from './verification-crypto.ts';

/** A signature's CMS, read but not yet checked. */
export type ReadSignature = {
  readonly certificate: Certificate;
  readonly hasUnprotected: boolean;
  /** Null where the signer signed the bare digest, which no PDF signature of these formats does. */
  readonly attributes: SignedAttributes | null;
  readonly algorithms: Result<Algorithms, AlgorithmFault>;
};

/** How the signature is checked; `signature` in the form that the scheme takes. */
export type Algorithms = {
  readonly hash: HashName;
  readonly scheme: SignatureScheme;
  readonly signature: Uint8Array;
};

export function readSignature(contents: Uint8Array): Result<ReadSignature, Problem> {
  return reading(() => {
    const data = readSignedData(contents);
    const { certificate, hasUnprotected } = data;
    const attributes = data.signedAttributes ? readSignedAttributes(data.signedAttributes) : null;
    const hash = hashOf(data.digestAlgorithm);
    if (!hash.ok) return { certificate, hasUnprotected, attributes, algorithms: hash };
    const scheme = schemeOf(data.signatureAlgorithm, hash.value, certificate.key);
    if (!scheme.ok) return { certificate, hasUnprotected, attributes, algorithms: scheme };
    const signature = inFormOf(scheme.value, data.signature);
    return {
      certificate,
      hasUnprotected,
      attributes,
      algorithms: ok({ hash: hash.value, scheme: scheme.value, signature }),
    };
  });
}

/** A signature in the form that its scheme takes. Unreadable for an ECDSA signature that is none. */
export function inFormOf(scheme: SignatureScheme, signature: Uint8Array): Uint8Array {
  return scheme.kind === 'ecdsa' ? plainEcdsaSignature(signature, scheme.curve) : signature;
}
