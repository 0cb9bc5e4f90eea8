import { type ReactNode, useEffect, useRef } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { isKeys } from '../../ui/shortcut.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { DocxSurface } from './docx/docx-surface.tsx';
import type { FileSource } from './file-source.ts';
import { troubleSentence } from './file-trouble.ts';
import { FindBar } from './find-bar.tsx';
import { OverlayProvider, type ReaderOverlay } from './overlay.ts';
import { PdfSurface } from './pdf/pdf-surface.tsx';
import styles from './reader.module.css';
import type { ReaderCommands } from './reader-commands.ts';
import { SelectionBar } from './selection-bar.tsx';
import { ViewerBar } from './viewer-bar.tsx';
import { useViewerState, type Viewer, ViewerContext } from './viewer-state.ts';

type Props = {
  readonly viewer: Viewer;
  readonly commands: ReaderCommands;
  readonly display: 'pdf' | 'docx';
  readonly source: FileSource;
  /** What the file is, for those who cannot see it: "Script, report.pdf". */
  readonly label: string;
  /** Stands at the end of the bar. */
  readonly aside?: ReactNode;
  /** What can be done with a file that cannot be shown. */
  readonly instead?: ReactNode;
  /** Takes the keyboard when it opens, if nothing else has it. */
  readonly takesKeyboard?: boolean;
  /** What is drawn over the file, and offered for what is selected in it. */
  readonly overlay?: ReaderOverlay | null;
};

/** A file under its bar. Keys work while the keyboard is anywhere inside, also where the app's own shortcuts do not. */
export function Reader(props: Props) {
  const { viewer, commands, display, source, label, aside, instead, takesKeyboard = false, overlay = null } = props;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => () => viewer.setState({ surface: null }), [viewer]);
  useEffect(() => {
    if (!takesKeyboard) return;
    if (isIdle(document.activeElement)) root.current?.focus({ preventScroll: true });
    // The file takes it over once it is there, unless the person has gone on to something else.
    return viewer.subscribe(({ surface }, before) => {
      if (surface && !before.surface && document.activeElement === root.current) surface.focus();
    });
  }, [viewer, takesKeyboard]);
  const Surface = display === 'pdf' ? PdfSurface : DocxSurface;
  return (
    <ViewerContext value={viewer}>
      <OverlayProvider value={overlay}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for what bubbles up from the controls inside */}
        <div
          ref={root}
          className={styles.reader}
          tabIndex={-1}
          {...(takesKeyboard ? { 'data-autofocus': true } : {})}
          onKeyDown={(event) => run(event, commands)}
        >
          <ViewerBar commands={commands}>
            {overlay?.bar}
            {aside}
          </ViewerBar>
          <FindBar commands={commands} />
          <div className={styles.stage}>
            <Surface source={source} label={label} />
            <Phase label={label} instead={instead} />
            <SelectionBar />
          </div>
        </div>
      </OverlayProvider>
    </ViewerContext>
  );
}

/** Whether the keyboard is with nothing in particular. */
function isIdle(element: Element | null): boolean {
  return element === null || element.matches('body, main');
}

function run(event: React.KeyboardEvent, commands: ReaderCommands): void {
  if (event.defaultPrevented) return;
  const asked = Object.values(commands).find(
    (command) => command.keys.some((keys) => isKeys(event.nativeEvent, keys)) && command.when(),
  );
  if (!asked) return;
  event.preventDefault();
  asked.perform();
}

/** What lies over the stage until the file can be seen, or where it cannot be. */
function Phase({ label, instead }: { readonly label: string; readonly instead: ReactNode }) {
  const phase = useViewerState((state) => state.phase);
  if (phase.kind === 'ready') return null;
  return (
    <div className={styles.cover}>
      {phase.kind === 'loading' ? (
        <Waiting label={`Opening ${label}`} />
      ) : (
        <div role="alert">
          <EmptyState heading="This file cannot be shown" actions={instead}>
            {troubleSentence(phase.trouble)}
          </EmptyState>
        </div>
      )}
    </div>
  );
}
