import { extname } from 'node:path';
import type { Shell } from 'electron';

/** What is a document, a picture or a recording to every system: opening one starts its reader, never the file itself. */
const READ_NOT_RUN = new Set(
  [
    'pdf doc docx odt rtf txt md pages epub',
    'xls xlsx ods csv numbers ppt pptx odp key',
    'jpg jpeg png gif webp bmp tif tiff heic',
    'mp3 m4a wav ogg mp4 mov webm',
  ]
    .join(' ')
    .split(' ')
    .map((ending) => `.${ending}`),
);

/**
 * Opens a copy in the system's own program. Anything that a system might run (a learner may hand in any file) is only
 * shown in its folder. False where there is no program for it.
 */
export async function openOutside(shell: Shell, file: string): Promise<boolean> {
  if (READ_NOT_RUN.has(extname(file).toLowerCase())) return (await shell.openPath(file)) === '';
  shell.showItemInFolder(file);
  return true;
}
