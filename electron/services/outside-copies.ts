import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** Copies of scripts that another program was asked to open. They are plain files, so they go when the app goes. */
export type OutsideCopies = {
  /** A copy under a neutral name with the file's own ending; its path. */
  readonly make: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly removeAll: () => void;
};

export function outsideCopies(): OutsideCopies {
  let folder: string | null = null;
  let number = 0;
  return {
    async make(name, bytes) {
      folder ??= mkdtempSync(join(tmpdir(), 'countersign-'));
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
