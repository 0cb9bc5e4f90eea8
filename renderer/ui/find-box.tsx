import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import styles from './find-box.module.css';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Called once the typing pauses. */
  readonly onFind: (text: string) => void;
  /** Enter, after what was typed has been found. */
  readonly onNext?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Takes the keyboard when its dialog opens. */
  readonly takesKeyboard?: boolean;
};

/** A field that finds as one types; Escape empties it. */
export function FindBox(props: Props) {
  const { label, placeholder, value, onFind, onNext, inputRef, takesKeyboard = false } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onFind(typed), 150);
    return () => clearTimeout(timer);
  }, [typed, value, onFind]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      setTyped('');
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (typed === value) onNext?.();
      else onFind(typed);
    }
  }

  return (
    <TextInput
      ref={inputRef ?? null}
      {...(takesKeyboard ? { 'data-autofocus': true } : {})}
      type="search"
      role="searchbox"
      className={styles.box}
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size="0.875rem" stroke={1.75} aria-hidden="true" />}
      rightSection={typed === '' ? null : <CloseButton size="sm" aria-label="Clear" onClick={() => setTyped('')} />}
    />
  );
}
