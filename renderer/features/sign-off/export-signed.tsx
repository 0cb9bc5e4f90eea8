import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import { Notice } from '../../ui/notice.tsx';

type Done = { readonly tone: 'done' | 'error'; readonly text: string };

/** Copies the signed PDF and DOCX of one sheet, byte for byte, to a folder of the person's choice. */
export function ExportSigned({ sheet }: { readonly sheet: SheetId }) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const write = async () => {
    const to = await chooseDestination();
    if (!to) return;
    setBusy(true);
    const reply = await call('exports.write', { sheets: [sheet], formats: ['pdf', 'docx'], destination: to.token });
    setBusy(false);
    if (!reply.ok) return setDone({ tone: 'error', text: sentenceFor(reply.error) });
    const names = reply.value.files.map((file) => file.name).join(' and ');
    setDone({ tone: 'done', text: `${names} written to ${to.label}.` });
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFileExport size={16} stroke={1.5} aria-hidden="true" />}
        loading={busy}
        onClick={() => void write()}
      >
        Export PDF and DOCX
      </Button>
      {done && <Notice tone={done.tone}>{done.text}</Notice>}
    </>
  );
}
