import { IconArrowBackUp, IconGitCompare } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { type Command, useCommands } from '../../store/commands.ts';
import { useMarking } from '../../store/marking.ts';
import { useQueue } from '../../store/queue.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';

const GROUP = 'Marking';

/**
 * Opens a signed sheet again, and compares its revisions where it has more than one. On the one line of a signed sheet
 * they are icons, named on hover and in the palette.
 */
export function RevisionActions({ view }: { readonly view: SheetView }) {
  const [asking, setAsking] = useState(false);
  const [comparing, setComparing] = useState(false);
  const signed = view.state === 'signed';
  const several = view.signed.length + (signed ? 0 : 1) > 1;
  const commands = useMemo(() => {
    const reopen: Command = {
      id: 'marking.reopen',
      name: 'Reopen the sheet',
      group: GROUP,
      when: () => signed,
      perform: () => setAsking(true),
    };
    const compare: Command = {
      id: 'marking.compare',
      name: 'Compare revisions',
      group: GROUP,
      when: () => several,
      perform: () => setComparing(true),
    };
    return { reopen, compare };
  }, [signed, several]);
  useCommands(useMemo(() => Object.values(commands), [commands]));
  const next = view.revision + 1;
  return (
    <>
      {several && (
        <CommandButton
          command={commands.compare}
          icon={<IconGitCompare size={16} stroke={1.5} aria-hidden="true" />}
          iconOnly={signed}
        />
      )}
      {signed && (
        <CommandButton
          command={commands.reopen}
          icon={<IconArrowBackUp size={16} stroke={1.5} aria-hidden="true" />}
          iconOnly
        />
      )}
      <ReasonDialog
        opened={asking}
        title="Reopen the signed sheet"
        description={`Kept with revision ${next} and in the audit chain`}
        confirm={`Begin revision ${next}`}
        onConfirm={async (reason) => {
          const error = await useMarking.getState().reopen(view.sheet, reason);
          if (error) return sentenceFor(error);
          void useQueue.getState().reload();
          return null;
        }}
        onClose={() => setAsking(false)}
      >
        <p>
          Revision {view.revision} stays exactly as it was signed, with its files. Revision {next} begins with
          everything on it, prints that it supersedes revision {view.revision}, and counts once it is signed. Attempts
          that carried sections of this sheet are flagged.
        </p>
      </ReasonDialog>
      <CompareDialog view={view} opened={comparing} onClose={() => setComparing(false)} />
    </>
  );
}
