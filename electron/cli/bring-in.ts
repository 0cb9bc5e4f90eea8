import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AppError } from '../../shared/api/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Workspace } from '../services/workspace/workspace.ts';

/** A token for a file on this machine, brought in whole as a window would. A path as bytes may hold a name that is no text. */
export async function bringIn({ incoming }: Workspace, path: string | Buffer): Promise<Result<string, AppError>> {
  const begun = incoming.begin(basename(String(path)), statSync(path).size);
  if (!begun.ok) return begun;
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const appended = incoming.append(begun.value, offset, chunk);
    if (!appended.ok) return appended;
    offset += chunk.length;
  }
  return begun;
}
