import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { Entrance } from '../../ui/entrance.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';
import styles from './unlock-screen.module.css';

/** Asks for the passphrase. After a wrong one the keyboard stays in the field, with what was typed selected. */
export function UnlockScreen() {
  const opened = useWorkspace((state) => state.opened);
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [sentence, setSentence] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setBusy(true);
    const reply = await call('workspace.open', { passphrase });
    setBusy(false);
    if (reply.ok) {
      opened(reply.value);
      return;
    }
    setSentence(sentenceFor(reply.error));
    field.current?.focus();
    field.current?.select();
  }

  return (
    <Entrance title="Unlock the workspace">
      <form className={styles.form} onSubmit={(event) => void unlock(event)}>
        <PassphraseInput
          ref={field}
          label="Passphrase"
          autoFocus
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setSentence(null);
          }}
          aria-invalid={sentence !== null}
        />
        {sentence && <Notice tone="error">{sentence}</Notice>}
        <div>
          <Button type="submit" loading={busy} disabled={passphrase === ''}>
            Unlock
          </Button>
        </div>
      </form>
    </Entrance>
  );
}
