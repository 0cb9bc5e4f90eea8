import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Gives a file its name in a folder without ever replacing another: the bytes go to a temporary name, are synced, and
 * take the first free name ("name.pdf", "name copy 2.pdf" ...). The same bytes under the name already are left alone.
 * Returns the name. File system errors are thrown.
 */
export async function writeBeside(folder: string, base: string, ending: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(folder, `.countersign-${randomUUID()}.part`);
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    for (let copy = 1; ; copy += 1) {
      const name = copy === 1 ? `${base}.${ending}` : `${base} copy ${copy}.${ending}`;
      const taken = (await sameBytes(join(folder, name), bytes)) || (await takeName(temporary, join(folder, name)));
      if (!taken) continue;
      await syncFolder(folder);
      return name;
    }
  } finally {
    // Where even this is refused, what is left has a name that nobody takes for an export.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Makes the name durable, where the system can sync a folder: not on Windows, nor on some drives in a network. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EINVAL') && !hasCode(error, 'ENOTSUP')) throw error;
  } finally {
    await handle.close();
  }
}

/** True where the name was free. A hard link fails on a taken name; where the file system has none, look first. */
async function takeName(temporary: string, final: string): Promise<boolean> {
  try {
    await link(temporary, final);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (!hasCode(error, 'EPERM') && !hasCode(error, 'ENOTSUP') && !hasCode(error, 'EOPNOTSUPP')) throw error;
  }
  if (await exists(final)) return false;
  await rename(temporary, final);
  return true;
}

async function sameBytes(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    if ((await stat(file)).size !== bytes.length) return false;
    return Buffer.from(bytes).equals(await readFile(file));
  } catch {
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
