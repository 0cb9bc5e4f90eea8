import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/api/errors.ts';
import { VaultFileAltered } from '../vault/vault.ts';

/** Where the incidents of bugs go: the error stays on this machine, its id crosses the boundary. */
export type IncidentLog = (incident: string, error: unknown) => void;

/** What a thrown error is to the other side: a fault of the disk by its code, anything else an incident. */
export function faultOf(error: unknown, log: IncidentLog): AppError {
  if (error instanceof VaultFileAltered) return { code: 'file-altered-on-disk', sha256: error.sha256 };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return { code: 'disk-full' };
  if (['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code) || /^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(code)) {
    return { code: 'disk-refused' };
  }
  const incident = randomUUID().slice(0, 8);
  log(incident, error);
  return { code: 'internal', incident };
}
