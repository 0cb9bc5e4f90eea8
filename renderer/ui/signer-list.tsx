import type { SignerTrust } from '../../shared/api/contract.ts';
import { KeyWords } from './key-words.tsx';
import { Name } from './name.tsx';
import styles from './signer-list.module.css';
import { TrustLine } from './trust-line.tsx';

/** Who signed, in order, each with the words of the key and what is known of it here. */
export function SignerList({ signers }: { readonly signers: readonly SignerTrust[] }) {
  if (signers.length === 0)
    return <p className={styles.quiet}>No signature holds, so there is no key to know anybody by.</p>;
  return (
    <ol className={styles.signers} aria-label="Signers">
      {signers.map(({ name, fingerprint, words, trust }) => (
        <li key={fingerprint} className={styles.signer}>
          <strong className={styles.name}>
            <Name>{name === '' ? 'No name in the certificate' : name}</Name>
          </strong>
          <KeyWords words={words} fingerprint={fingerprint} />
          <TrustLine trust={trust} />
        </li>
      ))}
    </ol>
  );
}
