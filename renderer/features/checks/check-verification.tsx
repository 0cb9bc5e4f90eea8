import type { FileVerification } from '../../../shared/api/contract.ts';
import { FindingGroups } from '../../ui/finding-groups.tsx';
import { SignerList } from '../../ui/signer-list.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './check-verification.module.css';

/** What was found of the PDF as it lies here now: whether it is whole, and whose keys signed it. */
export function CheckVerification({ result }: { readonly result: FileVerification }) {
  return (
    <>
      <div className={styles.verdict}>
        <VerdictBadge verdict={result.verdict} />
        <details className={styles.more}>
          <summary>What was checked</summary>
          <FindingGroups findings={result.findings} />
        </details>
      </div>
      <SignerList signers={result.signers} />
    </>
  );
}
