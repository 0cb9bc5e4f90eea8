import type { Finding } from '../finding.ts';
import type { SignatureReport } from '../signature-report.ts';
import { sameName } from './judge-trust.ts';

type Signer = { readonly signature: number; readonly signer: string; readonly fingerprint: string };

/** A form is signed by one person after another: a signer who comes twice is said, whatever register there is. */
export function judgeSameSigner(reports: readonly SignatureReport[]): readonly Finding[] {
  const signers = reports.flatMap(({ signer, fingerprint }, index): readonly Signer[] =>
    signer === null || fingerprint === null ? [] : [{ signature: index + 1, signer, fingerprint }],
  );
  return signers.flatMap((first, index): readonly Finding[] => {
    const { signer, fingerprint } = first;
    if (signers.slice(0, index).some((one) => sameName(one.signer, signer))) return [];
    const namesakes = signers.filter((one) => sameName(one.signer, signer));
    if (namesakes.length < 2) return [];
    const code = namesakes.every((one) => one.fingerprint === fingerprint) ? 'same-key' : 'same-name';
    return [{ code, severity: 'warning', signer, signatures: namesakes.map((one) => one.signature) }];
  });
}
