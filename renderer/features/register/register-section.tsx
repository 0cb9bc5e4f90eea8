import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IdentityView, RegisterView, Reply } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import { giveUpFile, sendFile } from '../../api/transfer.ts';
import { useEvidence } from '../../store/evidence.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { type Said, SaidNotice } from '../../ui/said.tsx';
import { EditionDialog } from './edition-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { RegisterFacts } from './register-facts.tsx';
import styles from './register-section.module.css';

type Props = { readonly view: RegisterView; readonly identity: IdentityView };

/** The centre's register of people and keys: everybody brings it in, the lead IQA signs it. */
export function RegisterSection({ view, identity }: Props) {
  const [said, setSaid] = useState<Said | null>(null);
  const [editing, setEditing] = useState(false);
  const isLead = identity.roles.includes('lead-iqa');

  async function take(name: 'register.import' | 'register.meet', files: readonly File[]): Promise<void> {
    for (const file of files) {
      const reply = await sendAndCall(name, file);
      const error = useEvidence.getState().tookRegister(reply);
      if (error) return setSaid({ tone: 'error', text: `“${file.name}”: ${sentenceFor(error)}` });
    }
    setSaid({ tone: 'done', text: name === 'register.meet' ? MET : TAKEN });
  }

  async function write(): Promise<void> {
    const to = await chooseDestination();
    if (!to) return;
    const reply = await call('register.export', { destination: to.token });
    if (reply.ok) setSaid({ tone: 'done', text: `${reply.value.name} written to ${to.label}. Send it to everybody.` });
    else setSaid({ tone: 'error', text: sentenceFor(reply.error) });
  }

  return (
    <>
      <RegisterFacts register={view.register} isLead={isLead} />
      <PeopleList people={view.people} />
      <div className={styles.actions}>
        <ChooseFiles inputLabel="Register file" accept=".json" onFiles={(files) => void take('register.import', files)}>
          Bring in a register
        </ChooseFiles>
        {isLead && (
          <>
            <ChooseFiles
              inputLabel="Certificates"
              accept=".cer,.crt,.der,.pem"
              onFiles={(files) => void take('register.meet', files)}
            >
              Add a certificate
            </ChooseFiles>
            <Button variant="default" onClick={() => setEditing(true)}>
              {view.register ? 'Edit and sign a new edition' : 'Sign the first edition'}
            </Button>
            {view.register && (
              <Button variant="default" onClick={() => void write()}>
                Export the register
              </Button>
            )}
          </>
        )}
      </div>
      <SaidNotice said={said} />
      {editing && (
        <EditionDialog
          view={view}
          identity={identity}
          onDone={(text) => setSaid({ tone: 'done', text })}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

const MET = 'The certificate is known here now. Compare its words with that person, then sign a new edition.';
const TAKEN = 'The register is in force. Compare the words of the lead IQA’s key by telephone if it is new to you.';

async function sendAndCall(
  name: 'register.import' | 'register.meet',
  file: File,
): Promise<Reply<'register.import' | 'register.meet'>> {
  const sent = await sendFile(file);
  if (!sent.ok) return sent;
  const reply = await call(name, { file: sent.value });
  if (!reply.ok) await giveUpFile(sent.value);
  return reply;
}
