import type { FileVerification } from '../../../shared/api/contract.ts';
import { FindingGroups, isOfTrust } from '../../ui/finding-groups.tsx';
import { SignerList } from '../../ui/signer-list.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './check-verification.module.css';

/** What was found of the PDF as it lies here now: whether it is whole, and whose keys signed it. */
export function CheckVerification({ result }: { readonly result: FileVerification }) {
  const ofTrust = result.findings.filter(isOfTrust);
  return (
    <>
      <div className={styles.verdict}>
        <VerdictBadge verdict={result.verdict} />
        <details className={styles.more}>
          <summary>What was checked</summary>
          <FindingGroups findings={result.findings.filter((one) => !isOfTrust(one))} />
        </details>
      </div>
      <SignerList signers={result.signers} />
      {ofTrust.length > 0 && (
        <details className={styles.more}>
          <summary>What the register inside the file says</summary>
          <FindingGroups findings={ofTrust} />
        </details>
      )}
    </>
  );
}
