import { count, number } from '../../../shared/api/amounts.ts';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { List } from '../../store/list.ts';
import type { QueueQuery } from '../../store/queue.ts';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import type { DueFilter } from './use-due-filter.ts';

/** How much the queue shows, and whether it is still being read. */
export function QueueStatus({ list, due }: { readonly list: List<AttemptRow, QueueQuery>; readonly due: DueFilter }) {
  const all = count(list.total ?? 0, 'attempt', 'attempts');
  const shown = due.choice === null ? all : `${number(due.shown.length)} of ${all}`;
  return (
    <StatusLine>
      {list.total !== null && <StatusItem live>{shown}</StatusItem>}
      {list.loading && list.rows.length > 0 && (
        <StatusItem tone="quiet">Reading: {count(list.rows.length, 'row', 'rows')} so far</StatusItem>
      )}
      {list.error && list.rows.length > 0 && (
        <StatusItem tone="error" live>
          {sentenceFor(list.error)}
        </StatusItem>
      )}
      <StatusItem tone="quiet">Arrow keys move, Enter opens the marking desk</StatusItem>
    </StatusLine>
  );
}
