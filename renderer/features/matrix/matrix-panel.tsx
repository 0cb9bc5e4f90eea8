import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../shared/api/errors.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { Command } from '../../store/commands.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';

type Props = {
  readonly undo: Command;
  readonly redo: Command;
  readonly filters: ReactNode;
  /** Why the last change was refused; null where it was not. */
  readonly error: AppError | null;
  readonly onDismiss: () => void;
  /** The matrix, or what stands in its place. */
  readonly children: ReactNode;
};

/** What stands around a matrix: undo and redo, its filters, and what was refused. */
export function MatrixPanel({ undo, redo, filters, error, onDismiss, children }: Props) {
  return (
    <Panel
      heading="Criteria"
      flush
      actions={
        <>
          <CommandButton command={undo} icon={<IconArrowBackUp size="1rem" stroke={1.75} />} iconOnly />
          <CommandButton command={redo} icon={<IconArrowForwardUp size="1rem" stroke={1.75} />} iconOnly />
        </>
      }
      toolbar={filters}
    >
      {error && (
        <Notice
          tone="error"
          actions={<CommandButton command={{ name: 'Dismiss', perform: onDismiss }} variant="subtle" />}
        >
          {sentenceFor(error)}
        </Notice>
      )}
      {children}
    </Panel>
  );
}
