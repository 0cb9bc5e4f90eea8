import { type ReactNode, useMemo, useState } from 'react';
import type { FileSource } from './file-source.ts';
import { Reader } from './reader.tsx';
import { readerCommands } from './reader-commands.ts';
import { createViewer } from './viewer-state.ts';
import type { Zoom } from './zoom.ts';

/** A form is read at the size of its paper. */
const WHOLE_SIZE: Zoom = { kind: 'scale', scale: 1 };

type Props = { readonly source: FileSource; readonly label: string; readonly aside?: ReactNode; readonly zoom?: Zoom };

/** A PDF of the app's own making (the form as it will print, a signed sheet) in the same reader as a script. */
export function PdfReader({ source, label, aside, zoom = WHOLE_SIZE }: Props) {
  const [viewer] = useState(() => createViewer(zoom));
  const commands = useMemo(() => readerCommands(() => viewer), [viewer]);
  return (
    <Reader
      viewer={viewer}
      commands={commands}
      display="pdf"
      source={source}
      label={label}
      aside={aside}
      takesKeyboard
    />
  );
}
