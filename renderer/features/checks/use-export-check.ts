import { useMemo, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import type { Command } from '../../store/commands.ts';

type Said = { readonly tone: 'done' | 'error'; readonly text: string };

/** Copies the PDF, and the check's own DOCX where there is one, to a folder of the person's choice. */
export function useExportCheck(check: CheckId) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const command = useMemo<Command>(() => {
    const write = async () => {
      const to = await chooseDestination();
      if (!to) return;
      setBusy(true);
      const reply = await call('checks.export', {
        checks: [check],
        formats: ['pdf', 'docx'],
        destination: to.token,
      });
      setBusy(false);
      if (!reply.ok) return setSaid({ tone: 'error', text: sentenceFor(reply.error) });
      const names = reply.value.files.map((file) => file.name).join(' and ');
      setSaid({ tone: 'done', text: `${names} written to ${to.label}.` });
    };
    return {
      id: 'checks.export',
      name: 'Export PDF and DOCX',
      group: 'Checks',
      keys: ['Mod+E'],
      perform: () => void write(),
    };
  }, [check]);
  return { command, busy, said };
}
