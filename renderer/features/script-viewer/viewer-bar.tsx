import { IconArrowAutofitWidth, IconMarquee2, IconMinus, IconPlus, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CommandButton } from '../../ui/command-button.tsx';
import { useOverlay } from './overlay.ts';
import { PageField } from './page-field.tsx';
import type { ReaderCommands } from './reader-commands.ts';
import styles from './viewer-bar.module.css';
import { useViewerState } from './viewer-state.ts';
import { showScale } from './zoom.ts';

/** The quiet line over a file: page, zoom, find, and what its owner adds. */
export function ViewerBar({
  commands,
  children,
}: {
  readonly commands: ReaderCommands;
  readonly children?: ReactNode;
}) {
  const ready = useViewerState((state) => state.surface !== null);
  const scale = useViewerState((state) => state.scale);
  const marked = useOverlay() !== null;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Script">
      {ready && (
        <>
          <PageField />
          <div className={styles.group}>
            <CommandButton command={commands.zoomOut} icon={<IconMinus size={15} stroke={1.75} />} iconOnly />
            <output className={styles.scale} aria-label="Zoom">
              {showScale(scale)}
            </output>
            <CommandButton command={commands.zoomIn} icon={<IconPlus size={15} stroke={1.75} />} iconOnly />
            <CommandButton
              command={commands.fitWidth}
              icon={<IconArrowAutofitWidth size={17} stroke={1.5} />}
              iconOnly
            />
          </div>
          <CommandButton command={commands.find} icon={<IconSearch size={15} stroke={1.75} />} iconOnly />
          {marked && commands.region.when() && (
            <CommandButton command={commands.region} icon={<IconMarquee2 size={16} stroke={1.5} />} iconOnly />
          )}
        </>
      )}
      <div className={styles.rest}>{children}</div>
    </div>
  );
}
