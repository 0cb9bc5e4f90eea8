import type { Finding } from './finding.ts';

/** Integrity alone. `intact`: every signature covers what it must, and nothing happened since that it forbids. */
export type Verdict = 'intact' | 'altered' | 'not-checkable';

/** What verifying one file comes to. Whether a signer is who the name says is another question, not judged here. */
export type Verification = {
  readonly verdict: Verdict;
  readonly trust: 'not-judged';
  readonly findings: readonly Finding[];
};

/** The verdict follows from the findings: altered outweighs not checkable, and intact needs a signature that holds. */
export function verificationOf(findings: readonly Finding[]): Verification {
  return { verdict: verdictOf(findings), trust: 'not-judged', findings };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.severity === 'altered')) return 'altered';
  const holds = findings.some((one) => one.code === 'signed');
  return holds && !findings.some((one) => one.severity === 'not-checkable') ? 'intact' : 'not-checkable';
}
