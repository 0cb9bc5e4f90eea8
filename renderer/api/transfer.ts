import { contentUrls, SCRIPT_LIMIT, TRANSFER_CHUNK } from '../../shared/api/content-urls.ts';
import type { OfferedFile } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';

/** A file on its way in: chosen here and still to be sent, or brought by the main side, which gave it a token. */
export type IncomingFile = File | OfferedFile;

export type Transfer = {
  /** Bytes that have arrived. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

export function isOffered(file: IncomingFile): file is OfferedFile {
  return 'token' in file;
}

/** The single-use token that a call takes a file by; only what the main side does not have yet is sent. */
export async function tokenOf(file: IncomingFile, transfer: Transfer): Promise<Result<string, AppError>> {
  return isOffered(file) ? ok(file.token) : await sendFile(file, transfer);
}

/** Sends a file up in chunks and gives the single-use token that a call takes it by. */
export async function sendFile(file: File, transfer: Transfer = {}): Promise<Result<string, AppError>> {
  if (file.size === 0) return err({ code: 'file-empty', name: file.name });
  if (file.size > SCRIPT_LIMIT) return err({ code: 'file-too-large', name: file.name, most: SCRIPT_LIMIT });
  const begun = await ask(contentUrls.transfer, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: file.name, size: file.size }),
  });
  if (!begun.ok) return begun;
  const token = readToken(begun.value);
  if (token === null) return err({ code: 'internal', incident: 'transfer' });
  const address = `${contentUrls.transfer}/${encodeURIComponent(token)}`;
  for (let offset = 0; offset < file.size; offset += TRANSFER_CHUNK) {
    const sent = transfer.signal?.aborted
      ? err({ code: 'cancelled' as const })
      : await sendChunk(file, address, offset);
    if (!sent.ok) {
      await ask(address, { method: 'DELETE' });
      return sent;
    }
    transfer.onProgress?.(Math.min(file.size, offset + TRANSFER_CHUNK));
  }
  return ok(token);
}

/** Takes back a file that was sent up and is not wanted after all. */
export async function giveUpFile(token: string): Promise<void> {
  await ask(`${contentUrls.transfer}/${encodeURIComponent(token)}`, { method: 'DELETE' });
}

async function sendChunk(file: File, address: string, offset: number): Promise<Result<unknown, AppError>> {
  try {
    const body = await file.slice(offset, offset + TRANSFER_CHUNK).arrayBuffer();
    const headers = { 'content-type': 'application/octet-stream' };
    return await ask(`${address}?offset=${offset}`, { method: 'PUT', headers, body });
  } catch {
    // A file that was moved or changed since it was chosen can no longer be read.
    return err({ code: 'file-truncated', name: file.name });
  }
}

async function ask(address: string, request: RequestInit): Promise<Result<unknown, AppError>> {
  try {
    const response = await fetch(address, request);
    return readReply(await response.json());
  } catch (cause) {
    console.error(cause);
    return err({ code: 'internal', incident: 'transfer' });
  }
}

/** Both ends come from one build, so an error that names a code is one of ours. */
function readReply(body: unknown): Result<unknown, AppError> {
  if (typeof body !== 'object' || body === null || !('ok' in body))
    return err({ code: 'internal', incident: 'transfer' });
  if (body.ok === true) return ok('value' in body ? body.value : null);
  if ('error' in body && typeof body.error === 'object' && body.error !== null && 'code' in body.error) {
    return err(body.error as AppError);
  }
  return err({ code: 'internal', incident: 'transfer' });
}

function readToken(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('token' in value)) return null;
  return typeof value.token === 'string' ? value.token : null;
}
