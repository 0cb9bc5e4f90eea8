import { ActionIcon } from '@mantine/core';
import { IconNote, IconX } from '@tabler/icons-react';
import { CommandButton } from '../../ui/command-button.tsx';
import styles from './quote-toolbar.module.css';
import type { QuoteCommands } from './use-quote-commands.ts';

type Props = {
  readonly commands: QuoteCommands;
  /** "Section 2"; where a quotation cannot go there, why. */
  readonly section: string;
  readonly locked: string | null;
  readonly place: string;
  readonly onClose: () => void;
};

/** Stands at what is selected in a script, and sends it to the section in view. */
export function QuoteToolbar({ commands, section, locked, place, onClose }: Props) {
  return (
    <div className={styles.bar} role="toolbar" aria-label="What is selected">
      <span className={styles.place} title={place}>
        {place}
      </span>
      {locked === null ? (
        <>
          <span className={styles.section}>{section}</span>
          <CommandButton command={commands.strengths} />
          <CommandButton command={commands.improvements} />
        </>
      ) : (
        <span className={styles.section}>{locked}</span>
      )}
      <CommandButton command={commands.note} icon={<IconNote size={15} stroke={1.75} aria-hidden="true" />} />
      <ActionIcon aria-label="Select nothing" title="Select nothing (Esc)" onClick={onClose}>
        <IconX size={15} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
