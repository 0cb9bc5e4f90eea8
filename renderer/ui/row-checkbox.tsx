import { Checkbox } from '@mantine/core';

type Props = { readonly label: string; readonly checked: boolean; readonly onToggle: () => void };

/** The choice of a table's row. A click on it is not a click on the row; Space on the row does the same. */
export function RowCheckbox({ label, checked, onToggle }: Props) {
  return (
    <Checkbox
      aria-label={label}
      checked={checked}
      tabIndex={-1}
      onChange={onToggle}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
