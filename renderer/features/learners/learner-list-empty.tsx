import { Button } from '@mantine/core';
import type { LearnerRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { LearnersQuery } from '../../store/learners.ts';
import type { List } from '../../store/list.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

type Props = { readonly list: List<LearnerRow, LearnersQuery>; readonly onAdd: () => void };

/** What stands in an empty list of learners. */
export function LearnerListEmpty({ list, onAdd }: Props) {
  if (list.error) {
    return (
      <EmptyState
        heading="The learners cannot be shown"
        actions={<Button onClick={() => void list.reload()}>Try again</Button>}
      >
        {sentenceFor(list.error)}
      </EmptyState>
    );
  }
  if (list.query.search !== '') {
    return (
      <EmptyState
        heading="No learner matches"
        actions={
          <Button variant="default" onClick={() => void list.load({ search: '' })}>
            Show all learners
          </Button>
        }
      >
        No name, registration number or cohort holds these words.
      </EmptyState>
    );
  }
  return (
    <EmptyState heading="No learner yet" actions={<Button onClick={onAdd}>Add a learner</Button>}>
      A learner needs a name and the awarding organisation’s registration number. Scripts are then taken in for that
      learner, by dropping the file on the window or choosing it.
    </EmptyState>
  );
}
