import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { type CivilDate, showDate } from '../../shared/lib/dates.ts';
import styles from './date-field.module.css';
import { addDays, readTypedDate } from './typed-date.ts';

type Props = {
  readonly label: string;
  /** Null while what is typed is no date. */
  readonly value: CivilDate | null;
  /** `readable` is false while something is typed that is no date. */
  readonly onChange: (value: CivilDate | null, readable: boolean) => void;
  readonly disabled?: boolean;
  /** The person tried to send the form: an empty field says so before it is left. */
  readonly tried?: boolean;
  /** Whether it may stay empty. */
  readonly optional?: boolean;
  /** What is wrong with the date that stands there; null where nothing is. */
  readonly fault?: string | null;
};

/** A civil date by keyboard, as forms carry it: `22 Nov 2026`. Up and down go by a day; any usual way of typing is read. */
export function DateField({
  label,
  value,
  onChange,
  disabled = false,
  tried = false,
  optional = false,
  fault = null,
}: Props) {
  const [typed, setTyped] = useState(value ? showDate(value) : '');
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (value && readTypedDate(typed) !== value) setTyped(showDate(value));
  }, [value, typed]);

  function onKeyDown(event: KeyboardEvent): void {
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (days === 0 || !value) return;
    event.preventDefault();
    const moved = addDays(value, days);
    setTyped(showDate(moved));
    onChange(moved, true);
  }

  return (
    <TextInput
      className={styles.date}
      label={label}
      placeholder="22 Nov 2026"
      inputMode="text"
      autoComplete="off"
      maxLength={20}
      value={typed}
      disabled={disabled}
      error={
        (left || tried) && !value && !(optional && typed.trim() === '') ? 'Enter a date, such as 22 Nov 2026' : fault
      }
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const now = event.currentTarget.value;
        setTyped(now);
        onChange(readTypedDate(now), readTypedDate(now) !== null || now.trim() === '');
      }}
      onBlur={() => {
        setLeft(true);
        if (value) setTyped(showDate(value));
      }}
    />
  );
}
