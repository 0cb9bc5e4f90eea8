import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What LibreOffice says of one signature. It calls every one of a DOCX partial, since it signs no metadata itself. */
export type SignatureInLibreOffice = {
  readonly valid: boolean;
  readonly partial: boolean;
  readonly subject: string | null;
  /** 20261122 */
  readonly date: number;
  /** Hundredths of a second in its last two digits: 8320300 is 08:32:03. */
  readonly time: number;
};
export type VerdictOfLibreOffice = readonly SignatureInLibreOffice[] | { readonly error: string };

/** Debian's own Python: the one that LibreOffice's bridge is made for. */
const PYTHON = '/usr/bin/python3';

export function canAskLibreOffice(): boolean {
  const started = (command: string, args: readonly string[]) => spawnSync(command, args).status === 0;
  return started(PYTHON, ['-c', 'import uno']) && started('soffice', ['--version']);
}

/** LibreOffice's verdicts on the signatures of packages, by their names: all in one start of it. */
export function signaturesInLibreOffice<Name extends string>(
  packages: Readonly<Record<Name, Uint8Array>>,
): Readonly<Record<Name, VerdictOfLibreOffice>> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-office-'));
  try {
    const names = Object.keys(packages) as Name[];
    const files = names.map((name, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, packages[name]);
      return file;
    });
    const program = join(import.meta.dirname, 'verify-signatures.py');
    const ran = spawnSync(PYTHON, [program, join(folder, 'profile'), ...files], { encoding: 'utf8', timeout: 300_000 });
    const lines = ran.stdout.trim().split('\n');
    if (ran.status !== 0 || lines.length !== names.length) throw new Error(`LibreOffice did not answer: ${ran.stderr}`);
    const verdicts = names.map((name, index) => [name, JSON.parse(lines[index] ?? '')] as const);
    return Object.fromEntries(verdicts) as Record<Name, VerdictOfLibreOffice>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
