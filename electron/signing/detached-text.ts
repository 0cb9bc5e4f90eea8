import { createHash, webcrypto } from 'node:crypto';
import type { Instant } from '../../shared/lib/dates.ts';
import type { SignedText } from '../../shared/model/evidence.ts';
import { readSignature } from '../../shared/verification/read-signature.ts';
import { sameBytes } from '../../shared/verification/same-bytes.ts';
import { webVerificationCrypto } from '../../shared/verification/web-crypto.ts';
import { detachedCms } from './pades/cms.ts';

const crypto = webVerificationCrypto(webcrypto.subtle);

/** Whose key signs, and when by the laptop's clock. */
export type TextSigner = {
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly signedAt: Instant;
};

/** Signs a text's UTF-8 bytes with a detached CMS that carries the certificate: CAdES baseline B. */
export function signText(text: string, { privateKey, certificate, signedAt }: TextSigner): SignedText {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  const cms = detachedCms(digest, privateKey, certificate, signedAt);
  return { text, signature: Buffer.from(cms).toString('base64') };
}

/**
 * The certificate (DER) whose key signed the text, or null where the signature does not hold in every part: over these
 * very bytes, by this key, naming this certificate, with nothing beside it that is not protected.
 */
export async function signerOfText({ text, signature }: SignedText): Promise<Uint8Array | null> {
  const read = readSignature(Buffer.from(signature, 'base64'));
  if (!read.ok) return null;
  const { certificate, attributes, algorithms, hasUnprotected } = read.value;
  if (!attributes?.certificate?.hash.ok || !algorithms.ok || hasUnprotected) return null;
  const { hash, scheme, signature: value } = algorithms.value;
  if (!sameBytes(await crypto.digest(hash, [Buffer.from(text, 'utf8')]), attributes.messageDigest)) return null;
  const named = await crypto.digest(attributes.certificate.hash.value, [certificate.der]);
  if (!sameBytes(named, attributes.certificate.digest)) return null;
  const holds = await crypto.verify(scheme, certificate.keyInfo, value, attributes.signed);
  return holds ? certificate.der : null;
}
