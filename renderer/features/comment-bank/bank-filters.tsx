import { SegmentedControl, Select } from '@mantine/core';
import type { Ref } from 'react';
import { STATEMENT_KINDS } from '../../../shared/model/comment-bank.ts';
import { FindBox } from '../../ui/find-box.tsx';
import { ANYWHERE, type BankFilter } from './bank-rows.ts';
import { KIND_NAMES } from './kind-names.ts';
import type { PlaceOption } from './place-options.ts';

const ORIGINS = ['starter', 'own'] as const;

type Props = {
  readonly filter: BankFilter;
  readonly onFilter: (filter: BankFilter) => void;
  /** The assessments to choose from. */
  readonly assessments: readonly PlaceOption[];
  readonly findRef: Ref<HTMLInputElement>;
};

/** Narrows the bank by what is typed, by kind, by where it fits and by where it comes from. */
export function BankFilters({ filter, onFilter, assessments, findRef }: Props) {
  const { search, kind, origin, where } = filter;
  return (
    <>
      <SegmentedControl
        aria-label="Kind"
        data={[
          { value: 'both', label: 'Both' },
          ...STATEMENT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] })),
        ]}
        value={kind ?? 'both'}
        onChange={(value) => onFilter({ ...filter, kind: STATEMENT_KINDS.find((one) => one === value) ?? null })}
      />
      <SegmentedControl
        aria-label="From"
        data={[
          { value: 'all', label: 'All' },
          { value: 'starter', label: 'Starter' },
          { value: 'own', label: 'Own' },
        ]}
        value={origin ?? 'all'}
        onChange={(value) => onFilter({ ...filter, origin: ORIGINS.find((one) => one === value) ?? null })}
      />
      <Select
        aria-label="Where"
        placeholder="Every place"
        clearable
        searchable
        w="14rem"
        data={[
          { value: ANYWHERE, label: 'Anywhere' },
          ...assessments.map(({ place, label }) => ({ value: `${place.pack}/${place.assessment}`, label })),
        ]}
        value={where}
        onChange={(value) => onFilter({ ...filter, where: value })}
      />
      <FindBox
        label="Search the bank"
        placeholder="Words, or how they begin"
        value={search}
        inputRef={findRef}
        onFind={(words) => onFilter({ ...filter, search: words })}
      />
    </>
  );
}
