import { SegmentedControl } from '@mantine/core';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly locked: boolean;
  readonly onChange: (typed: string) => void;
};

const CHOICES = [
  { value: '', label: 'Not judged' },
  { value: 'achieved', label: 'Achieved' },
  { value: 'not-yet', label: 'Not yet' },
];

/** The IQA's achieved or not yet, or neither while it is not judged. */
export function QaMet({ label, value, locked, onChange }: Props) {
  return <SegmentedControl aria-label={label} data={CHOICES} value={value} readOnly={locked} onChange={onChange} />;
}
