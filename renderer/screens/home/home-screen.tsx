import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { ExportsDialog } from '../../features/exports/exports-dialog.tsx';
import { NextUp } from '../../features/queue/next-up.tsx';
import { queueColumns } from '../../features/queue/queue-columns.tsx';
import { QueueEmpty } from '../../features/queue/queue-empty.tsx';
import { QueueFilters } from '../../features/queue/queue-filters.tsx';
import { QueueStatus } from '../../features/queue/queue-status.tsx';
import { useDueFilter } from '../../features/queue/use-due-filter.ts';
import { useNextAttempt } from '../../features/queue/use-next-attempt.ts';
import { useStateCounts } from '../../features/queue/use-state-counts.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useQueue } from '../../store/queue.ts';
import { type Route, useRoute } from '../../store/route.ts';
import { useSession } from '../../store/workspace.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Waiting } from '../../ui/waiting.tsx';

const CRUMBS = [{ label: 'Home' }];
/** Where the queue has room for the day of receipt beside the day that a result is due. */
const WIDE = '(min-width: 96em)';
const SORT = { id: 'state', descending: false };
const keyOf = (row: AttemptRow) => row.attempt;
const isDone = (row: AttemptRow) => row.state === 'signed' || row.state === 'returned';

/** What to mark next, and everything that was taken in. */
export function HomeScreen() {
  useCrumbs(CRUMBS);
  const queue = useQueue();
  const { load, reload } = queue;
  const go = useRoute((state) => state.go);
  const lastOpened = useRoute((state) => lastMarked(state.entries));
  const counts = useStateCounts(queue.rows, queue.loading);
  const next = useNextAttempt(queue.rows);
  const today = useSession()?.today ?? null;
  const due = useDueFilter(queue.rows, today);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const columns = useMemo(() => queueColumns(due.dated ? today : null, wide), [due.dated, today, wide]);
  const [exporting, setExporting] = useState(false);
  useEffect(() => void reload(), [reload]);

  const open = useCallback((row: AttemptRow) => go({ screen: 'marking', attempt: row.attempt }), [go]);
  const commands = useMemo<Record<'next' | 'exports', Command>>(
    () => ({
      next: {
        id: 'queue.next',
        name: next?.state === 'in-progress' ? 'Carry on marking' : 'Mark the next script',
        group: 'Marking',
        keys: ['Mod+Enter'],
        when: () => next !== null,
        perform: () => next && open(next),
      },
      exports: {
        id: 'queue.export',
        name: 'Export signed sheets',
        group: 'Marking',
        keys: ['Mod+E'],
        when: () => (counts.signed ?? 0) > 0,
        perform: () => setExporting(true),
      },
    }),
    [next, open, counts.signed],
  );
  useCommands(useMemo(() => Object.values(commands), [commands]));

  const { query, total } = queue;
  return (
    <Screen title="Home" status={<QueueStatus list={queue} due={due} />}>
      <Panel
        heading="Queue"
        flush
        actions={<CommandButton command={commands.exports} />}
        toolbar={
          <QueueFilters
            state={query.state}
            search={query.search}
            counts={counts}
            due={due.dated || due.choice !== null ? due : null}
            onState={(state) => void load({ ...query, state })}
            onSearch={(search) => void load({ ...query, search })}
          />
        }
      >
        {next && <NextUp row={next} command={commands.next} />}
        {total === null && !queue.error ? (
          <Waiting label="Reading the queue" />
        ) : (
          <DataTable
            label="Queue"
            columns={columns}
            rows={due.shown}
            rowKey={keyOf}
            onOpen={open}
            quiet={isDone}
            initialSort={SORT}
            chosen={lastOpened}
            autoFocus
            empty={<QueueEmpty list={queue} due={due} />}
          />
        )}
      </Panel>
      <ExportsDialog opened={exporting} onClose={() => setExporting(false)} />
    </Screen>
  );
}

/** The attempt that was on the desk last: the queue opens where the person left it. */
function lastMarked(entries: readonly Route[]): string | null {
  const last = entries.findLast((entry) => entry.screen === 'marking' && entry.attempt !== null);
  return last?.screen === 'marking' ? last.attempt : null;
}
