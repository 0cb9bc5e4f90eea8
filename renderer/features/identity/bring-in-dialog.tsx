import { useState } from 'react';
import { call } from '../../api/call.ts';
import { giveUpFile, sendFile } from '../../api/transfer.ts';
import { useEvidence } from '../../store/evidence.ts';
import { Name } from '../../ui/name.tsx';
import { PassphraseDialog } from '../../ui/passphrase-dialog.tsx';
import { PassphraseInput } from '../../ui/passphrase-input.tsx';

type Props = { readonly file: File; readonly onDone: (text: string) => void; readonly onClose: () => void };

/** Takes over the key of an identity that was saved elsewhere. */
export function BringInDialog({ file, onDone, onClose }: Props) {
  const [protection, setProtection] = useState('');
  return (
    <PassphraseDialog
      title="Bring in an identity"
      incomplete={protection === ''}
      focusElsewhere
      perform={async (passphrase) => {
        const sent = await sendFile(file);
        if (!sent.ok) return sent.error;
        const reply = await call('identity.import', { file: sent.value, protection, passphrase });
        // The next try sends it again.
        if (!reply.ok) await giveUpFile(sent.value);
        const error = await useEvidence.getState().tookIdentity(reply);
        if (!error) onDone('The identity is brought in. The newest key signs from now on; the others are kept.');
        return error;
      }}
      onClose={onClose}
    >
      <p>
        <Name file>{file.name}</Name>
      </p>
      <PassphraseInput
        label="Passphrase of the file"
        description="The one that was given when the identity was saved"
        data-autofocus
        value={protection}
        onChange={(event) => setProtection(event.currentTarget.value)}
      />
    </PassphraseDialog>
  );
}
