import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppEvent, OfferedFile, RefusedFile } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { faultOf, type IncidentLog } from '../ipc/faults.ts';

const CHUNK = 1024 * 1024;
/** More files than anybody opens at once by intent. */
const MOST_WAITING = 500;

/** The workspace's own way in for files, which a transfer uses too. */
type Incoming = {
  readonly begin: (name: string, size: number) => Result<string, AppError>;
  readonly append: (token: string, offset: number, bytes: Uint8Array) => Result<null, AppError>;
  readonly abandon: (token: string) => void;
};

export type OfferingOptions = {
  readonly workspace: () => Result<{ readonly incoming: Incoming }, AppError>;
  /** Whether there is a page to tell. */
  readonly listening: () => boolean;
  readonly tell: (event: AppEvent) => void;
  readonly log: IncidentLog;
};

export type OfferedFiles = {
  /** Files that the system handed over. They wait as paths until there is an open workspace to bring them into. */
  readonly add: (paths: readonly string[]) => void;
  /** Brings in what waits and tells the page, if both can be done now. */
  readonly deliver: () => Promise<void>;
};

/** Brings files that the system opens with the app to the page as tokens, as if they had been dropped there. */
export function offerFiles(options: OfferingOptions): OfferedFiles {
  const waiting = new Set<string>();
  let delivering = false;
  const deliver = async () => {
    const workspace = options.workspace();
    if (delivering || waiting.size === 0 || !workspace.ok || !options.listening()) return;
    delivering = true;
    const paths = [...waiting];
    waiting.clear();
    const files: OfferedFile[] = [];
    const refused: RefusedFile[] = [];
    for (const path of paths) {
      const brought = await bringIn(workspace.value.incoming, path, options.log);
      if (brought.ok) files.push(brought.value);
      else refused.push({ name: basename(path), error: brought.error });
    }
    options.tell({ kind: 'files-offered', files, refused });
    delivering = false;
    await deliver();
  };
  return {
    add(paths) {
      for (const path of paths) if (waiting.size < MOST_WAITING) waiting.add(path);
      void deliver();
    },
    deliver,
  };
}

async function bringIn(incoming: Incoming, path: string, log: IncidentLog): Promise<Result<OfferedFile, AppError>> {
  const name = basename(path);
  let token: string | null = null;
  try {
    const { size, isFile } = await look(path);
    if (!isFile) return err({ code: 'disk-refused' });
    const begun = incoming.begin(name, size);
    if (!begun.ok) return begun;
    token = begun.value;
    let offset = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      const appended = incoming.append(token, offset, chunk);
      if (!appended.ok) return appended;
      offset += chunk.length;
    }
    if (offset === size) return ok({ token, name, size });
    incoming.abandon(token);
    return err({ code: 'file-truncated', name });
  } catch (error) {
    if (token !== null) incoming.abandon(token);
    return err(isGone(error) ? { code: 'disk-refused' } : faultOf(error, log));
  }
}

async function look(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

/** The path led to a file when the system named it, and does no more. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EBUSY'].includes(String(error.code));
}
