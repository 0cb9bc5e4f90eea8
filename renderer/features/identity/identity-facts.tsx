import { count } from '../../../shared/api/amounts.ts';
import type { IdentityView, KeyView } from '../../../shared/api/contract.ts';
import { civilDateOf, showDate } from '../../../shared/lib/dates.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { KeyWords } from '../../ui/key-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { roleWords } from '../../ui/trust-words.ts';
import styles from './identity-section.module.css';

/** Days before the end from which it is said as a warning: time to renew, and for the register to follow. */
const SOON = 60;

/** Name, roles, key and its time. */
export function IdentityFacts({ identity }: { readonly identity: IdentityView }) {
  const { name, roles, centre, key, earlier } = identity;
  return (
    <>
      <Facts>
        <Fact label="Name">
          <bdi dir="auto">{name}</bdi>
        </Fact>
        <Fact label="Roles">{roleWords(roles)}</Fact>
        <Fact label="Centre">
          <bdi dir="auto">{centre}</bdi>
        </Fact>
        {key && (
          <>
            <Fact label="Key in words">
              <KeyWords words={key.words} fingerprint={key.fingerprint} />
            </Fact>
            <Fact label="Valid">{time(key)}</Fact>
          </>
        )}
      </Facts>
      <Ending identity={identity} />
      {earlier.length > 0 && (
        <details className={styles.quiet}>
          <summary>{count(earlier.length, 'earlier key', 'earlier keys')}</summary>
          <ul className={styles.earlier} aria-label="Earlier keys">
            {earlier.map((one) => (
              <li key={one.fingerprint}>
                <KeyWords words={one.words} fingerprint={one.fingerprint} />
                {time(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Ending({ identity: { key, expired, daysLeft } }: { readonly identity: IdentityView }) {
  if (!key) return <Notice tone="error">There is no signing key here, so nothing can be signed. Renew it.</Notice>;
  if (expired) {
    return (
      <Notice tone="error">
        The certificate has ended, so nothing can be signed. What it signed stands. Renew it.
      </Notice>
    );
  }
  if (daysLeft === null) return null;
  const left = `${count(daysLeft, 'day', 'days')} left`;
  return daysLeft <= SOON ? (
    <Notice tone="warning">{left}. Renew the certificate and send the new one to the lead IQA.</Notice>
  ) : (
    <p className={styles.quiet}>{left}</p>
  );
}

function time({ from, until }: KeyView): string {
  const begin = showDate(civilDateOf(from));
  return until === null ? `from ${begin}` : `${begin} to ${showDate(civilDateOf(until))}`;
}
