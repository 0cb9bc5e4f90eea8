import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { makeOwnFolder, sweepLeftFolders } from './own-folders.ts';

/** Copies of scripts that another program was asked to open. They are plain files, so they go when the app goes. */
export type OutsideCopies = {
  /** A copy under a neutral name with the file's own ending; its path. */
  readonly make: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly removeAll: () => void;
};

export function outsideCopies(): OutsideCopies {
  sweepLeftFolders();
  let folder: string | null = null;
  let number = 0;
  return {
    async make(name, bytes) {
      folder ??= makeOwnFolder('copies');
      number += 1;
      const ending = /^\.[A-Za-z0-9]{1,10}$/.test(extname(name)) ? extname(name) : '';
      const file = join(folder, `script-${number}${ending}`);
      await writeFile(file, bytes, { mode: 0o400 });
      return file;
    },
    removeAll() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

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

/** Whether a copy may be opened; anything that a system might run is only shown in its folder. */
export function isReadNotRun(file: string): boolean {
  return READ_NOT_RUN.has(extname(file).toLowerCase());
}
