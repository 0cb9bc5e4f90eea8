import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './matrix.module.css';

/** Longest place in characters, as the main side takes it. */
const LONGEST = 400;

type Props = {
  readonly label: string;
  readonly first: string;
  /** Null where it was left as it stood. */
  readonly onDone: (place: string | null) => void;
};

/** The place of a cell while it is typed: Enter takes it, Escape leaves it as it was. */
export function PlaceEditor({ label, first, onDone }: Props) {
  const [typed, setTyped] = useState(first);
  const ended = useRef(false);
  const end = (place: string | null) => {
    if (ended.current) return;
    ended.current = true;
    onDone(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here is not for the matrix, nor for the screen's shortcuts.
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    end(event.key === 'Enter' ? typed.trim() : null);
  };
  return (
    <input
      className={styles.editor}
      aria-label={label}
      placeholder="p …"
      autoComplete="off"
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: it stands where the person just typed
      autoFocus
      maxLength={LONGEST}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(typed.trim())}
    />
  );
}
