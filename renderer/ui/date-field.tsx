import { TextInput } from '@mantine/core';
import { type CivilDate, isCivilDate, showDate } from '../../shared/lib/dates.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly name?: string;
};

/** A civil date by the system's own date field, with the date in the app's words beside it. */
export function DateField({ label, value, onChange, error = null, disabled = false, name }: Props) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      error={error}
      disabled={disabled}
      {...(name ? { name } : {})}
      {...(isCivilDate(value) ? { description: showDate(value) } : {})}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The date typed, or null where it is none. */
export function readDate(value: string): CivilDate | null {
  return isCivilDate(value) ? value : null;
}
