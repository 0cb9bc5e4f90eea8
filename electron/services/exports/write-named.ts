import { createHash } from 'node:crypto';
import type { WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { writeBeside } from './write-beside.ts';

/** Writes bytes that were made now under a name in a folder that a person chose; never replaces a file. */
export async function writeNamed(
  folder: string,
  base: string,
  ending: string,
  bytes: Uint8Array,
): Promise<Result<WrittenFile, AppError>> {
  try {
    const name = await writeBeside(folder, base, ending, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Digest;
    return ok({ name, sha256, size: bytes.length });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return err({ code: 'destination-gone' });
    return err({ code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'destination-refused' });
  }
}
