import { Button } from '@mantine/core';
import type { ProgressRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { List } from '../../store/list.ts';
import type { ProgressQuery } from '../../store/progress.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands in a cohort's table without rows. */
export function ProgressEmpty({ list }: { readonly list: List<ProgressRow, ProgressQuery> }) {
  if (list.error) {
    return (
      <EmptyState
        heading="The progress cannot be shown"
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
          <Button variant="default" onClick={() => void list.load({ ...list.query, search: '' })}>
            Show everybody enrolled
          </Button>
        }
      >
        Nobody who is enrolled for this qualification has these words in name, registration number or cohort.
      </EmptyState>
    );
  }
  return (
    <EmptyState heading="Nobody is enrolled yet">
      A learner is enrolled on the Learners screen, under Progress. Everybody enrolled for this qualification is then
      listed here with the credits achieved and the rules that hold.
    </EmptyState>
  );
}
