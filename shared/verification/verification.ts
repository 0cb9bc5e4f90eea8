import type { AttachedSheet, ChainExtract, Register, SignedCheck } from '../model/evidence.ts';
import type { Digest } from '../model/ids.ts';
import type { Finding } from './finding.ts';

/** Integrity alone. `intact`: every signature covers what it must, and nothing happened since that it forbids. */
export type Verdict = 'intact' | 'altered' | 'not-checkable';

/** What is known of one signer's key, which is a question apart: a verdict is the same whatever stands here. */
export type SignerTrust = {
  readonly signature: number;
  /** As the certificate has it, fit to be shown. */
  readonly name: string;
  /** SHA-256 of the certificate in hexadecimal. */
  readonly fingerprint: string;
  /** Of the register that the file itself carries, whose own signer is as unknown as any. */
  readonly carriedRegister: 'listed' | 'not-listed' | 'no-register' | 'name-with-other-key';
};

/** What a file says about itself. */
export type Content =
  | { readonly kind: 'sheet'; readonly attached: AttachedSheet; readonly check: SignedCheck | null }
  | { readonly kind: 'check'; readonly check: SignedCheck }
  | { readonly kind: 'extract'; readonly extract: ChainExtract; readonly places: ReadonlyMap<Digest, number> }
  | { readonly kind: 'register'; readonly register: Register };

/** What a file is about, for a line that names it; a claim of the file until the verdict says more. */
export type Subject =
  | {
      readonly kind: 'sheet' | 'check';
      readonly registrationNumber: string;
      readonly assessment: string;
      readonly attempt: number;
      readonly revision: number;
      readonly outcome: string;
      readonly total: number | null;
    }
  | { readonly kind: 'extract' | 'register'; readonly title: string };

/** What verifying one file comes to. Whether a signer is who the name says is another question, not judged here. */
export type Verification = {
  readonly verdict: Verdict;
  readonly trust: readonly SignerTrust[];
  readonly findings: readonly Finding[];
  /** Null unless the file is intact. */
  readonly content: Content | null;
  /** Of a file that is not intact: what its data say, whoever wrote them. */
  readonly subject: Subject | null;
  /** SHA-256 of the file. */
  readonly digest: Digest;
};

/** The verdict follows from the findings: altered outweighs not checkable, and intact needs a signature that holds. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.severity === 'altered')) return 'altered';
  const holds = findings.some((one) => one.code === 'signed' || one.code === 'certificate-whole');
  return holds && !findings.some((one) => one.severity === 'not-checkable') ? 'intact' : 'not-checkable';
}
