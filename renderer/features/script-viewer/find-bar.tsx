import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { CommandButton } from '../../ui/command-button.tsx';
import styles from './find-bar.module.css';
import { useOverlay } from './overlay.ts';
import type { ReaderCommands } from './reader-commands.ts';
import { useFind } from './use-find.ts';
import { NOTHING_SOUGHT, useViewer, useViewerState } from './viewer-state.ts';

/** Finds a text in the file: Enter for the next match, Shift and Enter for the one before, Escape closes. */
export function FindBar({ commands }: { readonly commands: ReaderCommands }) {
  const viewer = useViewer();
  const find = useViewerState((state) => state.find);
  const field = useRef<HTMLInputElement>(null);
  const marked = useOverlay() !== null;
  useFind();
  useEffect(() => {
    if (find.asked > 0) field.current?.select();
  }, [find.asked]);
  if (!find.open) return null;

  const close = () => {
    viewer.setState({ find: { ...NOTHING_SOUGHT, query: find.query } });
    viewer.getState().surface?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') (event.shiftKey ? commands.findPrevious : commands.findNext).perform();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className={styles.bar} onKeyDown={onKeyDown}>
      <TextInput
        ref={field}
        className={styles.field}
        size="xs"
        aria-label="Find in the script"
        placeholder="Find in the script"
        dir="auto"
        value={find.query}
        onChange={(event) =>
          viewer.setState((now) => ({ find: { ...now.find, query: event.currentTarget.value, count: null } }))
        }
        data-autofocus
        // Escape closes the find field, and not the dialog that the reader may stand in.
        data-mantine-stop-propagation="true"
      />
      <span className={styles.count} role="status">
        {countText(find.query, find.count, find.current)}
      </span>
      <CommandButton command={commands.findPrevious} icon={<IconChevronUp size={16} stroke={1.75} />} iconOnly />
      <CommandButton command={commands.findNext} icon={<IconChevronDown size={16} stroke={1.75} />} iconOnly />
      {marked && <CommandButton command={commands.selectMatch} variant="subtle" />}
      <ActionIcon aria-label="Close the find field" title="Close (Esc)" onClick={close}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </search>
  );
}

function countText(query: string, count: number | null, current: number): string {
  if (query.trim() === '') return '';
  if (count === null) return 'Looking';
  return count === 0 ? 'No match' : `${current + 1} of ${count}`;
}
