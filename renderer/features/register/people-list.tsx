import type { KnownPerson } from '../../../shared/api/contract.ts';
import { civilDateOf, showDate } from '../../../shared/lib/dates.ts';
import { KeyWords } from '../../ui/key-words.tsx';
import { Name } from '../../ui/name.tsx';
import { TrustLine } from '../../ui/trust-line.tsx';
import { roleWords } from '../../ui/trust-words.ts';
import styles from './register-section.module.css';

/** Everybody who is known here, with each of their keys and what is known of it. */
export function PeopleList({ people }: { readonly people: readonly KnownPerson[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard
    <ul className={styles.people} aria-label="People and keys" tabIndex={0}>
      {people.map((one) => (
        <li key={one.person ?? one.keys[0]?.fingerprint ?? one.name} className={styles.person}>
          <div className={styles.who}>
            <strong>
              <Name>{one.name}</Name>
            </strong>
            <span className={styles.quiet}>{roleWords(one.roles)}</span>
          </div>
          <ul className={styles.keys} aria-label={`Keys of ${one.name}`}>
            {one.keys.map((key) => (
              <li key={key.fingerprint}>
                <KeyWords words={key.words} fingerprint={key.fingerprint} />
                <TrustLine trust={key.trust} />
                {key.until && <p className={styles.quiet}>valid until {showDate(civilDateOf(key.until))}</p>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
