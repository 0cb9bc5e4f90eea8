import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';

const EMPTY = { current: '', next: '', again: '' };

/** Changes the passphrase; the key that encrypts the workspace stays the same, so nothing is encrypted anew. */
export function PassphraseForm() {
  const [entries, setEntries] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'error'; readonly text: string } | null>(null);
  const short = [...entries.next].length < PASSPHRASE_LEAST;
  const differ = entries.next !== entries.again;

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (busy || short || differ || entries.current === '') return;
    setBusy(true);
    const reply = await call('workspace.change-passphrase', { current: entries.current, next: entries.next });
    setBusy(false);
    if (!reply.ok) {
      setSaid({ tone: 'error', text: sentenceFor(reply.error) });
      return;
    }
    setEntries(EMPTY);
    setTried(false);
    setSaid({ tone: 'done', text: 'The passphrase is changed. The old one no longer opens this workspace.' });
  }

  const field = (name: keyof typeof EMPTY) => ({
    value: entries[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setEntries((before) => ({ ...before, [name]: value }));
      setSaid(null);
    },
  });

  return (
    <form onSubmit={(event) => void change(event)} noValidate style={{ display: 'contents' }}>
      <PassphraseInput
        label="Present passphrase"
        error={tried && entries.current === '' ? 'Enter the present passphrase' : null}
        {...field('current')}
      />
      <PassphraseInput
        label="New passphrase"
        description={`At least ${PASSPHRASE_LEAST} characters`}
        error={tried && short ? `Use at least ${PASSPHRASE_LEAST} characters` : null}
        {...field('next')}
      />
      <PassphraseInput
        label="New passphrase again"
        error={tried && differ ? 'The two passphrases differ' : null}
        {...field('again')}
      />
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      <div>
        <Button type="submit" loading={busy}>
          Change the passphrase
        </Button>
      </div>
    </form>
  );
}
