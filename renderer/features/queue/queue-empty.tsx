import { Button } from '@mantine/core';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { List } from '../../store/list.ts';
import type { QueueQuery } from '../../store/queue.ts';
import { useRoute } from '../../store/route.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { DueFilter } from './use-due-filter.ts';

type Props = {
  readonly list: List<AttemptRow, QueueQuery>;
  readonly due: DueFilter;
};

/** What stands in an empty queue: why it is empty, and how it fills. */
export function QueueEmpty({ list, due }: Props) {
  const go = useRoute((state) => state.go);
  if (list.error) {
    return (
      <EmptyState
        heading="The queue cannot be shown"
        actions={<Button onClick={() => void list.reload()}>Try again</Button>}
      >
        {sentenceFor(list.error)}
      </EmptyState>
    );
  }
  if (due.choice !== null && !list.loading) {
    return (
      <EmptyState
        heading={due.choice === 'overdue' ? 'Nothing is overdue' : 'Nothing more is due this week'}
        actions={
          <Button variant="default" onClick={() => due.choose(null)}>
            Show it whenever it is due
          </Button>
        }
      >
        Of what the queue shows, no work that is still to be done has such a due date.
      </EmptyState>
    );
  }
  if (list.query.search !== '' || list.query.state !== null) {
    return (
      <EmptyState
        heading="Nothing matches"
        actions={
          <Button variant="default" onClick={() => void list.load({ state: null, search: '' })}>
            Show the whole queue
          </Button>
        }
      >
        No attempt is in this state with these words in its name, number, cohort or assessment.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading="Nothing to mark yet"
      actions={
        <>
          <Button onClick={() => go({ screen: 'learners', learner: null })}>Go to Learners</Button>
          <Button variant="default" onClick={() => go({ screen: 'qualifications', pack: null, place: null })}>
            Look at the qualifications
          </Button>
        </>
      }
    >
      <p>
        Add a learner, then take in the script: drop the file on the learner, choose the assessment, and enter the date
        of the declaration. It then waits here, oldest first, and Enter opens it beside its mark sheet.
      </p>
    </EmptyState>
  );
}
