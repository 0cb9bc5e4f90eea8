import { useMemo, useState } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { call } from '../../api/call.ts';
import { chooseDestination } from '../../api/destination.ts';
import type { Command } from '../../store/commands.ts';
import type { PlanOf } from '../../store/plan.ts';

type Said = { readonly tone: 'done' | 'error'; readonly text: string };

/** Writes the plan as it stands, as PDF and DOCX, to a folder of the person's choice. */
export function useExportPlan(of: PlanOf, ready: boolean) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const command = useMemo<Command>(() => {
    const write = async () => {
      const to = await chooseDestination();
      if (!to) return;
      setSaid(null);
      setBusy(true);
      const reply = await call('plans.export', { ...of, formats: ['pdf', 'docx'], destination: to.token });
      setBusy(false);
      if (!reply.ok) return setSaid({ tone: 'error', text: sentenceFor(reply.error) });
      const names = reply.value.files.map((file) => file.name).join(' and ');
      setSaid({ tone: 'done', text: `${names} written to ${to.label}.` });
    };
    return {
      id: 'plan.export',
      name: 'Export PDF and DOCX',
      group: 'Assessment plan',
      keys: ['Mod+E'],
      when: () => ready,
      perform: () => void write(),
    };
  }, [of, ready]);
  return { command, busy, said, dismiss: () => setSaid(null) };
}
