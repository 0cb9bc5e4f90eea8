import { useState } from 'react';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { call } from '../../api/call.ts';
import type { Destination } from '../../api/destination.ts';
import { PassphraseDialog } from '../../ui/passphrase-dialog.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';

type Props = { readonly to: Destination; readonly onDone: (text: string) => void; readonly onClose: () => void };

/** Writes key and certificate as one file under a passphrase of its own. */
export function SaveIdentityDialog({ to, onDone, onClose }: Props) {
  const [protection, setProtection] = useState('');
  const [again, setAgain] = useState('');
  const short = [...protection].length < PASSPHRASE_LEAST;
  return (
    <PassphraseDialog
      title="Save my identity"
      incomplete={short || protection !== again}
      focusElsewhere
      perform={async (passphrase) => {
        const reply = await call('identity.export', { passphrase, protection, destination: to.token });
        if (!reply.ok) return reply.error;
        onDone(`${reply.value.name} written to ${to.label}. Whoever has it and its passphrase can sign as you.`);
        return null;
      }}
      onClose={onClose}
    >
      <p>
        Your key and certificate are written to {to.label} as one file, under a passphrase of its own, so that you can
        sign on another computer.
      </p>
      <PassphraseInput
        label="Passphrase for the file"
        description={`At least ${PASSPHRASE_LEAST} characters, other than the one of this workspace`}
        data-autofocus
        value={protection}
        onChange={(event) => setProtection(event.currentTarget.value)}
      />
      <PassphraseInput
        label="Passphrase for the file again"
        value={again}
        error={again !== '' && again !== protection ? 'The two passphrases differ' : null}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </PassphraseDialog>
  );
}
