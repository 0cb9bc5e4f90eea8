import { Checkbox, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { IdentityView, RegisterView } from '../../../shared/api/contract.ts';
import { ROLE_NAMES } from '../../../shared/api/evidence-sentences.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { ROLES } from '../../../shared/model/person.ts';
import { call } from '../../api/call.ts';
import { useEvidence } from '../../store/evidence.ts';
import { Name } from '../../ui/name.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PassphraseDialog } from '../../ui/passphrase-dialog.tsx';
import { editionFault, type ListedKey, type ListedPerson, nextEdition, peopleOf } from './edition.ts';
import styles from './edition-dialog.module.css';

type Props = {
  readonly view: RegisterView;
  readonly identity: IdentityView;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
};

const CHOICES = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

/** Who stands in the next edition, in which roles and with which keys, and the lead IQA's signature. */
export function EditionDialog({ view, identity, onDone, onClose }: Props) {
  const [people, setPeople] = useState(() => nextEdition(view, identity));
  const edition = (view.register?.edition ?? 0) + 1;
  const fault = editionFault(people);
  const change = (id: string, to: Partial<ListedPerson>) =>
    setPeople((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)));
  return (
    <PassphraseDialog
      title={`Sign edition ${edition}`}
      incomplete={fault !== null}
      perform={async (passphrase) => {
        const now = new Date().toISOString().replace('Z', '+00:00') as Instant;
        const reply = await call('register.sign', { passphrase, people: peopleOf(people, now) });
        const error = useEvidence.getState().tookRegister(reply);
        if (!error) onDone(`Edition ${edition} is signed and in force here. Export it for everybody.`);
        return error;
      }}
      onClose={onClose}
    >
      <p>List a person only after you compared the words of their key with them.</p>
      <ul className={styles.people} aria-label="People of the edition">
        {people.map((one) => (
          <li key={one.id} className={styles.person}>
            <Checkbox
              aria-label={`List ${one.name}`}
              label={<Name>{one.name}</Name>}
              checked={one.listed}
              onChange={(event) => change(one.id, { listed: event.currentTarget.checked })}
            />
            {one.listed && <Listed person={one} onChange={(to) => change(one.id, to)} />}
          </li>
        ))}
      </ul>
      {fault && <Notice tone="warning">{fault}</Notice>}
    </PassphraseDialog>
  );
}

type ListedProps = { readonly person: ListedPerson; readonly onChange: (to: Partial<ListedPerson>) => void };

function Listed({ person: { name, roles, keys }, onChange }: ListedProps) {
  const put = (fingerprint: string, to: Partial<ListedKey>) =>
    onChange({ keys: keys.map((key) => (key.fingerprint === fingerprint ? { ...key, ...to } : key)) });
  return (
    <div className={styles.listed}>
      <MultiSelect
        size="xs"
        aria-label={`Roles of ${name}`}
        data={CHOICES}
        value={[...roles]}
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
        onChange={(values) => onChange({ roles: ROLES.filter((role) => values.includes(role)) })}
      />
      {keys.map((key) => (
        <div key={key.fingerprint} className={styles.key}>
          <Checkbox
            label={<code className={styles.words}>{key.words.join(' ')}</code>}
            checked={key.listed}
            onChange={(event) => put(key.fingerprint, { listed: event.currentTarget.checked })}
          />
          {key.listed && (
            <Checkbox
              aria-label={`End the key ${key.words.join(' ')}`}
              label={key.until ? 'Ended' : 'End it now'}
              checked={key.until !== null || key.end}
              disabled={key.until !== null}
              onChange={(event) => put(key.fingerprint, { end: event.currentTarget.checked })}
            />
          )}
        </div>
      ))}
    </div>
  );
}
