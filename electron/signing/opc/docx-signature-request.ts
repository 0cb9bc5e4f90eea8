import type { Instant } from '../../../shared/lib/dates.ts';

/** What a signature says, and with whose key. */
export type DocxSignatureRequest = {
  /** PKCS#8 of a P-256 key. */
  readonly privateKey: Uint8Array;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** The laptop's claim. */
  readonly signedAt: Instant;
  readonly signerName: string;
  readonly reason: string;
  /** As the signer claims it. */
  readonly role?: string;
  /**
   * Covers the signatures before it too: one taken away or altered shows in this one. Otherwise they stand side by side, as
   * Office and LibreOffice make them.
   */
  readonly countersigns?: boolean;
};
