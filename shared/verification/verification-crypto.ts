/** The hashes that still stand for something. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type CurveName = 'P-256' | 'P-384' | 'P-521';

/** How a signature was made. The signature of `ecdsa` is r and s side by side, each as long as the curve's field. */
export type SignatureScheme =
  | { readonly kind: 'ecdsa'; readonly curve: CurveName; readonly hash: HashName }
  | { readonly kind: 'rsa-pkcs1'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number };

/** What a host hands in. Nothing here keeps a secret. */
export type VerificationCrypto = {
  /** Hash of the parts one after the other, so that a host can hash a large file without copying it. */
  readonly digest: (hash: HashName, parts: readonly Uint8Array[]) => Promise<Uint8Array>;
  /** `key` is a SubjectPublicKeyInfo in DER. False too where the key or the signature cannot be used. */
  readonly verify: (
    scheme: SignatureScheme,
    key: Uint8Array,
    signature: Uint8Array,
    data: Uint8Array,
  ) => Promise<boolean>;
};
