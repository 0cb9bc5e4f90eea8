import { Button } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { ExtractScope } from '../../../shared/model/evidence.ts';
import { call } from '../../api/call.ts';
import { chooseDestination, type Destination } from '../../api/destination.ts';
import { PassphraseDialog } from '../../ui/passphrase-dialog.tsx';
import { type Said, SaidNotice } from '../../ui/said.tsx';

type Props = {
  readonly scope: ExtractScope;
  /** Whom or what it is about, as a person calls it. */
  readonly about: string;
};

/** Writes the part of the audit chain about one learner or person, signed, as PDF and JSON. */
export function ExtractButton({ scope, about }: Props) {
  const [to, setTo] = useState<Destination | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <>
      <div>
        <Button
          variant="default"
          onClick={() => {
            setSaid(null);
            void chooseDestination().then(setTo);
          }}
        >
          Audit extract
        </Button>
      </div>
      <SaidNotice said={said} />
      {to && (
        <PassphraseDialog
          title="Sign the extract"
          perform={async (passphrase) => {
            const reply = await call('audit.extract', { scope, passphrase, destination: to.token });
            if (!reply.ok) return reply.error;
            const { events, files } = reply.value;
            const names = files.map((file) => file.name).join(' and ');
            setSaid({ tone: 'done', text: `${count(events, 'event', 'events')} in ${names}, written to ${to.label}.` });
            return null;
          }}
          onClose={() => setTo(null)}
        >
          <p>
            Everything recorded about <bdi dir="auto">{about}</bdi>, and nobody else, is written to {to.label} with
            proof of its place in the chain. You sign it.
          </p>
        </PassphraseDialog>
      )}
    </>
  );
}
