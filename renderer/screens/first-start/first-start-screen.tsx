import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Role } from '../../../shared/model/person.ts';
import { call } from '../../api/call.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { Entrance } from '../../ui/entrance.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';
import { RoleChoice } from '../../ui/role-choice.tsx';
import styles from './first-start-screen.module.css';

const EMPTY = { number: '', name: '', person: '', passphrase: '', again: '' };
type Entries = typeof EMPTY;
type Faults = { readonly [Name in keyof Entries]?: string | undefined };

/** Makes the workspace: who the centre and the person are, and the passphrase that everything is encrypted under. */
export function FirstStartScreen() {
  const opened = useWorkspace((state) => state.opened);
  const [entries, setEntries] = useState(EMPTY);
  const [roles, setRoles] = useState<readonly Role[]>(['assessor']);
  const [faults, setFaults] = useState<Faults>({});
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function create(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = faultsOf(entries);
    setFaults(found);
    const first = Object.keys(found)[0];
    if (first) {
      const field = event.currentTarget.elements.namedItem(first);
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    if (roles.length === 0) return;
    setBusy(true);
    const reply = await call('workspace.create', {
      passphrase: entries.passphrase,
      centre: { number: entries.number, name: entries.name },
      person: { name: entries.person, roles: [...roles] },
    });
    setBusy(false);
    if (reply.ok) opened(reply.value);
    else setSentence(sentenceFor(reply.error));
  }

  const field = (name: keyof Entries) => ({
    name,
    value: entries[name],
    error: faults[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setEntries((before) => ({ ...before, [name]: value }));
      setFaults((before) => ({ ...before, [name]: undefined }));
      setSentence(null);
    },
  });

  return (
    <Entrance title="Set up this workspace">
      <p>
        Everything you take in, mark and sign stays on this computer, encrypted. These names are printed on every mark
        sheet; the centre can be corrected later in Settings.
      </p>
      <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
        <div className={styles.centre}>
          <TextInput label="Centre number" autoFocus maxLength={40} {...field('number')} />
          <TextInput label="Centre name" maxLength={200} dir="auto" {...field('name')} />
        </div>
        <TextInput
          label="Your name"
          description="As it should stand on the mark sheets that you sign"
          maxLength={200}
          dir="auto"
          {...field('person')}
        />
        <RoleChoice
          label="Your roles"
          description="Named in your certificate. Changed later in Settings, with a new key"
          roles={roles}
          error={roles.length === 0 ? 'Choose one role at least' : null}
          onChange={setRoles}
        />
        <hr className={styles.line} />
        <p>
          The passphrase protects learners’ scripts, marks and your signing key.{' '}
          <strong>Nobody can recover the workspace without it</strong>: keep a copy somewhere safe, away from this
          computer.
        </p>
        <PassphraseInput
          label="Passphrase"
          description={`At least ${PASSPHRASE_LEAST} characters. Several unrelated words make a good one`}
          {...field('passphrase')}
        />
        <PassphraseInput label="Passphrase again" {...field('again')} />
        {sentence && <Notice tone="error">{sentence}</Notice>}
        <div>
          <Button type="submit" loading={busy}>
            Create the workspace
          </Button>
        </div>
      </form>
    </Entrance>
  );
}

function faultsOf(entries: Entries): Faults {
  return {
    ...(entries.number.trim() === '' ? { number: 'Enter the centre number' } : {}),
    ...(entries.name.trim() === '' ? { name: 'Enter the centre name' } : {}),
    ...(entries.person.trim() === '' ? { person: 'Enter your name' } : {}),
    ...([...entries.passphrase].length < PASSPHRASE_LEAST
      ? { passphrase: `Use at least ${PASSPHRASE_LEAST} characters` }
      : {}),
    ...(entries.again !== entries.passphrase ? { again: 'The two passphrases differ' } : {}),
  };
}
