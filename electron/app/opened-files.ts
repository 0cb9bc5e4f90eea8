import { extname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Endings of the files that the system may open with this app; `electron-builder.yml` names the same. */
export const OPENED: readonly string[] = ['pdf', 'docx', 'odt', 'rtf'];

/**
 * The files among the arguments of a start in `folder`: paths or `file:` addresses, as desktops pass them. Switches, the
 * app's own folder and anything of another type are no files to open.
 */
export function filesAmong(args: readonly string[], folder: string): readonly string[] {
  const files = args
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => pathOf(arg, folder))
    .filter((path) => path !== null)
    .filter((path) => OPENED.includes(extname(path).slice(1).toLowerCase()));
  return [...new Set(files)];
}

function pathOf(arg: string, folder: string): string | null {
  if (/\0|%00/.test(arg)) return null;
  if (!/^file:/i.test(arg)) return isAbsolute(arg) ? arg : resolve(folder, arg);
  try {
    return fileURLToPath(arg);
  } catch {
    return null;
  }
}
