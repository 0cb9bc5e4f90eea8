import { sizeText } from '../../../shared/api/amounts.ts';
import type { FileVerification } from '../../../shared/api/contract.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FindingGroups, isOfTrust } from '../../ui/finding-groups.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { SignerList } from '../../ui/signer-list.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './verification-page.module.css';

/** What a file proves: whether it is whole, and apart from that what is known of those who signed it. */
export function VerificationPage({ result }: { readonly result: FileVerification }) {
  const { verdict, verdictSentence, signers, sheet } = result;
  const ofTrust = result.findings.filter(isOfTrust);
  return (
    <div className={styles.page}>
      <p className={styles.file}>
        {sizeText(result.size)}, SHA-256 <code className={styles.digest}>{result.sha256}</code>
      </p>
      <div className={styles.halves}>
        <section className={styles.part} aria-labelledby="verify-integrity">
          <h3 id="verify-integrity">Integrity: was anything altered?</h3>
          <div className={`${styles.verdict} ${styles[verdict]}`} role="status">
            <VerdictBadge verdict={verdict} />
            <p>{withoutWord(verdictSentence)}</p>
          </div>
          <FindingGroups findings={result.findings.filter((one) => !isOfTrust(one))} />
        </section>
        <section className={styles.part} aria-labelledby="verify-trust">
          <h3 id="verify-trust">Trust: whose keys are these?</h3>
          <SignerList signers={signers} />
          {ofTrust.length > 0 && (
            <>
              <p className={styles.quiet}>
                The file brings a register of its own, which is only as good as its signer:
              </p>
              <FindingGroups findings={ofTrust} />
            </>
          )}
        </section>
      </div>
      {sheet && (
        <section className={styles.part} aria-labelledby="verify-sheet">
          <h3 id="verify-sheet">The sheet that it carries</h3>
          <Facts>
            <Fact label="Learner">
              <bdi dir="auto">{sheet.learner}</bdi>
            </Fact>
            <Fact label="Registration number">{sheet.registrationNumber}</Fact>
            <Fact label="Assessment">{sheet.assessment}</Fact>
            <Fact label="Attempt">
              {sheet.attempt}, revision {sheet.revision}
            </Fact>
            <Fact label="Assessor’s outcome">
              <OutcomeBadge outcome={sheet.outcome} />
              {sheet.total !== null && `, total ${sheet.total}`}
            </Fact>
            <Fact label="Digest">
              <code className={styles.digest}>{sheet.digest}</code>
            </Fact>
          </Facts>
        </section>
      )}
    </div>
  );
}

/** The sentence begins with the verdict in capitals, which the badge says already. */
function withoutWord(sentence: string): string {
  return sentence.replace(/^[A-Z ]+\.\s+/, '');
}
