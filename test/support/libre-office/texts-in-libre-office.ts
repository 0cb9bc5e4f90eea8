import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { path, saved } from '../../electron/exports/pdf/pdf-tools.ts';

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice reads out of each DOCX, all in one start of it. */
export function textsInLibreOffice(files: readonly Uint8Array[]): readonly string[] {
  const out = path('out');
  const saves = files.map((bytes) => saved(bytes, 'sheet.docx'));
  const profile = `-env:UserInstallation=file://${path('profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...saves]);
  return saves.map((file) => readFileSync(join(out, basename(file).replace(/docx$/, 'txt')), 'utf8'));
}
