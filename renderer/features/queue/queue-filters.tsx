import { SegmentedControl } from '@mantine/core';
import type { AttemptState } from '../../../shared/model/submission.ts';
import { FindBox } from '../../ui/find-box.tsx';
import { stateWord } from '../../ui/state-badge.tsx';
import type { StateCounts } from './use-state-counts.ts';

type Props = {
  readonly state: AttemptState | null;
  readonly search: string;
  readonly counts: StateCounts;
  readonly onState: (state: AttemptState | null) => void;
  readonly onSearch: (search: string) => void;
};

const STATES: readonly AttemptState[] = ['to-mark', 'in-progress', 'signed', 'returned'];

/** Narrows the queue by state and by what is typed. */
export function QueueFilters({ state, search, counts, onState, onSearch }: Props) {
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
      <FindBox label="Find in the queue" placeholder="Name, number, cohort" value={search} onFind={onSearch} />
    </>
  );
}
