import { useEffect, useMemo, useState } from 'react';
import { type Command, useCommands } from '../../store/commands.ts';
import { useOfferedFiles } from '../../store/offered-files.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import styles from './offered-files.module.css';
import { OfferedFilesDialog } from './offered-files-dialog.tsx';
import { openedText } from './offered-files-text.ts';

/**
 * A line under the title bar while files wait that were opened with the app from the desktop. It asks about them when
 * they come, unless another question is open; then it waits to be asked.
 */
export function OfferedFilesStrip() {
  const files = useOfferedFiles((state) => state.files.length);
  const refused = useOfferedFiles((state) => state.refused.length);
  const arrivals = useOfferedFiles((state) => state.arrivals);
  const letGo = useOfferedFiles((state) => state.letGo);
  const [asked, setAsked] = useState(0);
  const [opened, setOpened] = useState(false);
  const waiting = files + refused > 0;
  useEffect(() => {
    if (arrivals === asked) return;
    setAsked(arrivals);
    if (!document.querySelector('[role="dialog"][aria-modal="true"]')) setOpened(true);
  }, [arrivals, asked]);

  const commands = useMemo<Record<'takeIn' | 'letGo', Command>>(
    () => ({
      takeIn: {
        id: 'offered.take-in',
        name: files === 0 ? 'Show why' : files === 1 ? 'Take it in' : 'Take them in',
        group: 'Opened files',
        keys: ['Alt+O'],
        perform: () => setOpened(true),
      },
      letGo: {
        id: 'offered.let-go',
        name: files === 0 ? 'Dismiss' : files === 1 ? 'Let it go' : 'Let them go',
        group: 'Opened files',
        perform: letGo,
      },
    }),
    [files, letGo],
  );
  useCommands(useMemo(() => (waiting ? Object.values(commands) : []), [waiting, commands]));

  return (
    <>
      <div className={waiting && !opened ? styles.strip : styles.nothing} role="status">
        {waiting && !opened && (
          <>
            <span className={styles.what}>{openedText(files, refused)}</span>
            <CommandButton command={commands.takeIn} />
            <CommandButton command={commands.letGo} variant="subtle" />
          </>
        )}
      </div>
      {waiting && opened && <OfferedFilesDialog onClose={() => setOpened(false)} />}
    </>
  );
}
