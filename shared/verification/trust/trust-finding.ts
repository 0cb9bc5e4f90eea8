import type { Instant } from '../../lib/dates.ts';
import type { Role } from '../../model/person.ts';
import type { OfSignature } from '../of-signature.ts';

/** The register that the file carries, as far as a sentence about it needs. */
export type RegisterNote = {
  readonly edition: number;
  readonly centre: string;
  readonly signedBy: string;
  /** Of the certificate that signed the register. */
  readonly fingerprint: string;
};

/** What is said about whose a key is. It never decides the verdict. `fingerprint`: SHA-256 of the certificate. */
export type TrustFinding = OfSignature & { readonly severity: 'note' | 'warning'; readonly fingerprint: string } & (
    | { readonly code: 'trust-not-judged' }
    | {
        readonly code: 'register-lists';
        readonly register: RegisterNote;
        readonly person: string;
        readonly roles: readonly Role[];
        /** The key had ended when the signer claims to have signed. */
        readonly endedBefore: Instant | null;
      }
    | { readonly code: 'register-without'; readonly register: RegisterNote }
    | { readonly code: 'register-other-key'; readonly register: RegisterNote; readonly known: readonly string[] }
  );
