import { SegmentedControl } from '@mantine/core';
import { number } from '../../../shared/api/amounts.ts';
import type { AttemptState } from '../../../shared/model/submission.ts';
import { FindBox } from '../../ui/find-box.tsx';
import { stateWord } from '../../ui/state-badge.tsx';
import type { DueFilter } from './use-due-filter.ts';
import type { StateCounts } from './use-state-counts.ts';

type Props = {
  readonly state: AttemptState | null;
  readonly search: string;
  readonly counts: StateCounts;
  /** Null where nothing in the queue has a due date. */
  readonly due: DueFilter | null;
  readonly onState: (state: AttemptState | null) => void;
  readonly onSearch: (search: string) => void;
};

const STATES: readonly AttemptState[] = ['to-mark', 'in-progress', 'signed', 'returned'];

/** Narrows the queue by state, by when it is due, and by what is typed. */
export function QueueFilters({ state, search, counts, due, onState, onSearch }: Props) {
  const data = [
    { value: 'all', label: 'All' },
    ...STATES.map((one) => ({
      value: one,
      label: `${stateWord(one)} ${counts[one]?.toLocaleString('en-GB') ?? ''}`.trimEnd(),
    })),
  ];
  return (
    <>
      <SegmentedControl
        aria-label="State"
        data={data}
        value={state ?? 'all'}
        onChange={(value) => onState(STATES.find((one) => one === value) ?? null)}
      />
      {due && (
        <SegmentedControl
          aria-label="Due"
          data={[
            { value: 'any', label: 'Any time' },
            { value: 'overdue', label: `Overdue ${number(due.counts.overdue)}` },
            { value: 'this-week', label: `Due this week ${number(due.counts['this-week'])}` },
          ]}
          value={due.choice ?? 'any'}
          onChange={(value) => due.choose(value === 'overdue' || value === 'this-week' ? value : null)}
        />
      )}
      <FindBox label="Find in the queue" placeholder="Name, number, cohort" value={search} onFind={onSearch} />
    </>
  );
}
