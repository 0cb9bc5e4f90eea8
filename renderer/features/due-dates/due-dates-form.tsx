import { Button, Checkbox, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { WEEKDAYS } from '../../../shared/api/due-date-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { DueDateRules } from '../../../shared/model/due-dates.ts';
import { call } from '../../api/call.ts';
import { type Said, SaidNotice } from '../../ui/said.tsx';
import { ClosureList } from './closure-list.tsx';
import { type Draft, draftFault, draftOf, inputOf, type QualificationRow, rulesOf } from './draft.ts';
import styles from './due-dates-form.module.css';
import { DueExample } from './due-example.tsx';
import { TurnaroundTable } from './turnaround-table.tsx';

type Props = {
  readonly kept: DueDateRules;
  readonly rows: readonly QualificationRow[];
  readonly today: CivilDate;
};

/** Most days of a week that may be off: one of them is for work. */
const MOST_OFF = 6;

/** Switches, days off, closures and days, with what they come to; nothing holds until it is saved. */
export function DueDatesForm({ kept, rows, today }: Props) {
  const [saved, setSaved] = useState(kept);
  const [draft, setDraft] = useState(() => draftOf(kept));
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
  const change = (to: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...to }));
    setSaid(null);
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || !changed) return;
    const input = inputOf(draft);
    if (!input) {
      setSaid({ tone: 'error', text: `Nothing was saved. ${draftFault(draft, rows) ?? ''}`.trim() });
      return;
    }
    setBusy(true);
    const reply = await call('due-dates.put', input);
    setBusy(false);
    if (!reply.ok) {
      setSaid({ tone: 'error', text: sentenceFor(reply.error) });
      return;
    }
    setSaved(reply.value);
    setDraft(draftOf(reply.value));
    setSaid({ tone: 'done', text: 'The due dates are saved. The queue counts by them from now on.' });
  }

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <TurnaroundTable rows={rows} typed={draft.typedDays} onChange={(typedDays) => change({ typedDays })} />
      <Checkbox.Group
        label="Days off"
        description="Days of the week without work"
        value={draft.daysOff.map(String)}
        onChange={(days) => days.length <= MOST_OFF && change({ daysOff: days.map(Number).toSorted() })}
      >
        <div className={styles.week}>
          {WEEKDAYS.map((name, at) => (
            <Checkbox key={name} value={String(at + 1)} label={name.slice(0, 3)} aria-label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <ClosureList closures={draft.closures} onChange={(closures) => change({ closures })} />
      <Switch
        label="Do not count the days of closures"
        checked={draft.skipClosures}
        onChange={(event) => change({ skipClosures: event.currentTarget.checked })}
      />
      <Switch
        label="Move a due date on a day off or in a closure back to the last working day"
        checked={draft.moveToWorkingDay}
        onChange={(event) => change({ moveToWorkingDay: event.currentTarget.checked })}
      />
      <DueExample rules={rulesOf(draft)} rows={rows} today={today} />
      <SaidNotice said={said} />
      <div className={styles.actions}>
        <Button type="submit" loading={busy} disabled={!changed}>
          Save the due dates
        </Button>
        {changed && <span className={styles.quiet}>The changes are not saved yet</span>}
      </div>
    </form>
  );
}
