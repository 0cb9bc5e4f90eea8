import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Centre } from '../../../shared/model/person.ts';
import { call } from '../../api/call.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { Notice } from '../../ui/notice.tsx';

/** Corrects the centre's number and name; sheets that are signed keep what they were signed with. */
export function CentreForm({ centre }: { readonly centre: Centre }) {
  const opened = useWorkspace((state) => state.opened);
  const [number, setNumber] = useState(centre.number);
  const [name, setName] = useState(centre.name);
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'error'; readonly text: string } | null>(null);
  const unchanged = number === centre.number && name === centre.name;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (unchanged || number.trim() === '' || name.trim() === '') return;
    const reply = await call('centre.edit', { number, name });
    if (reply.ok) {
      opened(reply.value);
      setNumber(reply.value.centre.number);
      setName(reply.value.centre.name);
      setSaid({ tone: 'done', text: 'The centre is saved. Signed sheets keep what they were signed with.' });
    } else setSaid({ tone: 'error', text: sentenceFor(reply.error) });
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate style={{ display: 'contents' }}>
      <TextInput
        label="Centre number"
        maxLength={40}
        value={number}
        error={number.trim() === '' ? 'Enter the centre number' : null}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setSaid(null);
        }}
      />
      <TextInput
        label="Centre name"
        maxLength={200}
        dir="auto"
        value={name}
        error={name.trim() === '' ? 'Enter the centre name' : null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setSaid(null);
        }}
      />
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
      <div>
        <Button type="submit" disabled={unchanged}>
          Save the centre
        </Button>
      </div>
    </form>
  );
}
