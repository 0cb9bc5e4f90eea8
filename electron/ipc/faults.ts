import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import type { AppError } from '../../shared/api/errors.ts';
import { DatabaseRefused, refusal } from '../db/connection.ts';
import { DatabaseLost } from '../db/transaction.ts';
import { VaultFileAltered } from '../vault/vault.ts';

/** Where the incidents of bugs go: the error stays on this machine, its id crosses the boundary. */
export type IncidentLog = (incident: string, error: unknown) => void;

/** Less room than this, in bytes, and SQLite cannot even open a database. */
const LEAST_ROOM = 64 * 1024;

/** What a thrown error is to the other side: a fault of the disk that `folder` lies on, anything else an incident. */
export function faultOf(error: unknown, log: IncidentLog, folder?: string): AppError {
  if (error instanceof VaultFileAltered) return { code: 'file-altered-on-disk', sha256: error.sha256 };
  if (error instanceof DatabaseLost) {
    return error.reason === 'closed' ? { code: 'workspace-locked' } : { code: 'disk-refused' };
  }
  const fault = refusal(error);
  if (fault instanceof DatabaseRefused) {
    return fault.reason === 'busy' ? { code: 'workspace-in-use' } : { code: 'workspace-damaged', what: 'database' };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return { code: 'disk-full' };
  if (isSystemError(error) || /^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|PROTOCOL|NOLFS)/.test(code)) {
    return { code: folder !== undefined && isFull(folder) ? 'disk-full' : 'disk-refused' };
  }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return { code: 'workspace-damaged', what: 'database' };
  const incident = randomUUID().slice(0, 8);
  log(incident, error);
  return { code: 'internal', incident };
}

/** SQLite names a full disk only where it writes pages; elsewhere it is an I/O error, or a file that does not open. */
export function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_ROOM;
  } catch {
    return false;
  }
}

/**
 * Told by the call that the system refused, not by its code: Node removes files without naming one (EIO, EROFS), and
 * says ENOENT where making a folder with its parents fails on a read-only disk.
 */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' && 'errno' in error;
}
