import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice without a window, with a profile of its own that is made once. */
export class LibreOffice {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  static installed(): boolean {
    return spawnSync('soffice', ['--version']).status === 0;
  }

  /** Converts all files in one run of the program. Throws where one is missing afterwards. */
  convert(files: readonly string[]): void {
    const out = join(this.#folder, 'converted');
    rmSync(out, { recursive: true, force: true });
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.#folder, 'profile'))}`;
    const ran = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files], {
      encoding: 'utf8',
    });
    const made = ran.status === 0 ? readdirSync(out).length : 0;
    if (made !== files.length) throw new Error(`LibreOffice converted ${made} of ${files.length}: ${ran.stderr}`);
  }
}
