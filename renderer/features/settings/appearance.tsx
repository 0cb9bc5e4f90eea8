import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useSettings } from '../../store/settings.ts';

const CHOICES: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light or dark, by the system or by choice. */
export function Appearance() {
  const { colorScheme } = useMantineColorScheme();
  const change = useSettings((state) => state.change);
  return (
    <SegmentedControl
      aria-label="Appearance"
      data={[...CHOICES]}
      value={colorScheme}
      onChange={(value) => {
        const chosen = CHOICES.find((one) => one.value === value);
        if (chosen) change({ theme: chosen.value });
      }}
    />
  );
}
