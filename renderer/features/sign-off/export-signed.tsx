import { IconFileExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Notice } from '../../ui/notice.tsx';

type Done = { readonly tone: 'done' | 'error'; readonly text: string };

/** Copies the signed PDF and DOCX of one sheet, byte for byte, to a folder of the person's choice. */
export function ExportSigned({ sheet }: { readonly sheet: SheetId }) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const command = useMemo<Command>(() => {
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
    return {
      id: 'marking.export',
      name: 'Export PDF and DOCX',
      group: 'Marking',
      keys: ['Mod+E'],
      perform: () => void write(),
    };
  }, [sheet]);
  useCommands(useMemo(() => [command], [command]));
  return (
    <>
      <CommandButton
        command={command}
        icon={<IconFileExport size={16} stroke={1.5} aria-hidden="true" />}
        loading={busy}
      />
      {done && <Notice tone={done.tone}>{done.text}</Notice>}
    </>
  );
}
