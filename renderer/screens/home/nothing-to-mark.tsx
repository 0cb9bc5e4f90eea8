import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { NextUp } from '../../features/queue/next-up.tsx';
import { useNextAttempt } from '../../features/queue/use-next-attempt.ts';
import { useCrumbs } from '../../store/crumbs.ts';
import { useQueue } from '../../store/queue.ts';
import { useRoute } from '../../store/route.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';

const CRUMBS = [{ label: 'Marking' }];

/** The marking desk before a script is chosen. */
export function NothingToMark() {
  useCrumbs(CRUMBS);
  const rows = useQueue((state) => state.rows);
  const reload = useQueue((state) => state.reload);
  const go = useRoute((state) => state.go);
  const next = useNextAttempt(rows);
  useEffect(() => void reload(), [reload]);
  return (
    <Screen
      title="Marking"
      status={
        <StatusLine>
          <StatusItem tone="quiet">No script is open</StatusItem>
        </StatusLine>
      }
    >
      <div>
        {next && (
          <NextUp
            row={next}
            command={{
              id: 'marking.next',
              name: 'Mark it now',
              group: 'Marking',
              perform: () => go({ screen: 'marking', attempt: next.attempt }),
            }}
          />
        )}
        <EmptyState
          heading="No script is open"
          actions={<Button onClick={() => go({ screen: 'home' })}>Go to the queue</Button>}
        >
          The marking desk shows a script on one side and its mark sheet on the other. Choose a line of the queue, or
          press Enter on it.
        </EmptyState>
      </div>
    </Screen>
  );
}
