import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IdentityView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { chooseDestination, type Destination } from '../../api/destination.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { type Said, SaidNotice } from '../../ui/said.tsx';
import { BringInDialog } from './bring-in-dialog.tsx';
import { IdentityFacts } from './identity-facts.tsx';
import styles from './identity-section.module.css';
import { RenewDialog } from './renew-dialog.tsx';
import { SaveIdentityDialog } from './save-identity-dialog.tsx';

type Asking =
  | { readonly kind: 'renew' }
  | { readonly kind: 'save'; readonly to: Destination }
  | { readonly kind: 'bring-in'; readonly file: File };

/** Who signs here with which key, and what can be done with the key. */
export function IdentitySection({ identity }: { readonly identity: IdentityView }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const close = () => setAsking(null);
  const done = (text: string) => setSaid({ tone: 'done', text });

  async function askToSave(): Promise<void> {
    setSaid(null);
    const to = await chooseDestination();
    if (to) setAsking({ kind: 'save', to });
  }

  async function saveCertificate(): Promise<void> {
    setSaid(null);
    const to = await chooseDestination();
    if (!to) return;
    const reply = await call('identity.export-certificate', { destination: to.token });
    if (reply.ok) done(`${reply.value.name} written to ${to.label}. It holds no secret: send it to the lead IQA.`);
    else setSaid({ tone: 'error', text: sentenceFor(reply.error) });
  }

  return (
    <>
      <IdentityFacts identity={identity} />
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setAsking({ kind: 'renew' })}>
          Renew the certificate
        </Button>
        <Button variant="default" onClick={() => void saveCertificate()}>
          Save my certificate
        </Button>
        <Button variant="default" onClick={() => void askToSave()}>
          Save my identity
        </Button>
        <ChooseFiles
          inputLabel="Identity file"
          accept=".p12,.pfx"
          onFiles={([file]) => file && setAsking({ kind: 'bring-in', file })}
        >
          Bring in an identity
        </ChooseFiles>
      </div>
      <SaidNotice said={said} />
      {asking?.kind === 'renew' && <RenewDialog identity={identity} onDone={done} onClose={close} />}
      {asking?.kind === 'save' && <SaveIdentityDialog to={asking.to} onDone={done} onClose={close} />}
      {asking?.kind === 'bring-in' && <BringInDialog file={asking.file} onDone={done} onClose={close} />}
    </>
  );
}
