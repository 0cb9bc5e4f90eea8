import { assertNever } from '../lib/assert-never.ts';
import type { HashName, SignatureScheme, VerificationCrypto } from './verification-crypto.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type KeyParameters = { readonly name: string; readonly namedCurve?: string; readonly hash?: string };
type SignatureParameters = { readonly name: string; readonly hash?: string; readonly saltLength?: number };

/** The part of WebCrypto's SubtleCrypto that verifying needs; browsers, Node and Electron all have it. */
export type Subtle<Key> = {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: 'spki',
    data: Bytes,
    algorithm: KeyParameters,
    extractable: boolean,
    uses: ['verify'],
  ): Promise<Key>;
  verify(algorithm: SignatureParameters, key: Key, signature: Bytes, data: Bytes): Promise<boolean>;
};

/** What verifying needs, made of a host's WebCrypto. Hashing joins the parts: a host may hand in one that streams. */
export function webVerificationCrypto<Key>(
  subtle: Subtle<Key>,
  digest: VerificationCrypto['digest'] = async (hash, parts) =>
    new Uint8Array(await subtle.digest(hash, joined(parts))),
): VerificationCrypto {
  return {
    digest,
    verify: async (scheme, key, signature, data) => {
      const { forKey, forSignature } = parameters(scheme);
      try {
        const imported = await subtle.importKey('spki', joined([key]), forKey, false, ['verify']);
        return await subtle.verify(forSignature, imported, joined([signature]), joined([data]));
      } catch {
        // WebCrypto throws for a key that is none; a signature by such a key proves nothing.
        return false;
      }
    },
  };
}

function parameters(scheme: SignatureScheme): {
  readonly forKey: KeyParameters;
  readonly forSignature: SignatureParameters;
} {
  const { hash }: { readonly hash: HashName } = scheme;
  switch (scheme.kind) {
    case 'ecdsa':
      return { forKey: { name: 'ECDSA', namedCurve: scheme.curve }, forSignature: { name: 'ECDSA', hash } };
    case 'rsa-pkcs1':
      return { forKey: { name: 'RSASSA-PKCS1-v1_5', hash }, forSignature: { name: 'RSASSA-PKCS1-v1_5' } };
    case 'rsa-pss':
      return {
        forKey: { name: 'RSA-PSS', hash },
        forSignature: { name: 'RSA-PSS', saltLength: scheme.saltLength },
      };
    default:
      return assertNever(scheme);
  }
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
