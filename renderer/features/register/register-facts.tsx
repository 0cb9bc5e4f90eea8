import type { RegisterView } from '../../../shared/api/contract.ts';
import { showInstant } from '../../../shared/lib/dates.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { KeyWords } from '../../ui/key-words.tsx';
import { TrustLine } from '../../ui/trust-line.tsx';
import styles from './register-section.module.css';

type Props = { readonly register: RegisterView['register']; readonly isLead: boolean };

/** The edition in force, and what is known of the key that signed it by other means than the register itself. */
export function RegisterFacts({ register, isLead }: Props) {
  if (!register) {
    return (
      <p className={styles.quiet}>
        {isLead
          ? 'No edition is signed yet. Add the certificate that each person sends you, then sign the first edition and export it for everybody.'
          : 'There is no register here yet. The lead IQA signs it and sends it as a file; until then a key is known only by having been seen before.'}
      </p>
    );
  }
  const { edition, signedAt, leadIqa, trust } = register;
  return (
    <Facts>
      <Fact label="Edition">
        {edition}, signed {showInstant(signedAt)}
      </Fact>
      <Fact label="Lead IQA">
        <bdi dir="auto">{leadIqa.name}</bdi>
      </Fact>
      <Fact label="Key in words">
        <KeyWords words={leadIqa.words} fingerprint={leadIqa.fingerprint} />
      </Fact>
      <Fact label="Trust in it">
        <TrustLine trust={trust} ofLead />
      </Fact>
    </Facts>
  );
}
