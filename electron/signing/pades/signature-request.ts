import type { Instant } from '../../../shared/lib/dates.ts';

/** What a signature says, and with whose key. */
export type SignatureRequest = {
  /** The laid out signature field, "assessor.signature". */
  readonly fieldId: string;
  /** PKCS#8 of a P-256 key. A batch that hands in the same array has it parsed once. */
  readonly privateKey: Uint8Array;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** The laptop's claim. */
  readonly signedAt: Instant;
  readonly signerName: string;
  readonly reason: string;
  readonly location: string;
  /** The first signature certifies: from then on fields may be filled and signed, and nothing else. */
  readonly certify: boolean;
  /** Fields that may not change after this signature, beside those that the form itself has laid down for it. */
  readonly lock?: readonly string[];
  /** What the signature shows on the form's own line; nothing, where its lines stand on the page already. */
  readonly appearance: readonly string[];
};
