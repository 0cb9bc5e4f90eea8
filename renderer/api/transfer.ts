import { contentUrls, SCRIPT_LIMIT, TRANSFER_CHUNK } from '../../shared/api/content-urls.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';

export type Transfer = {
  /** Bytes that have arrived. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** Sends a file up in chunks and gives the single-use token that a call takes it by. */
export async function sendFile(file: File, transfer: Transfer = {}): Promise<Result<string, AppError>> {
  if (file.size === 0) return err({ code: 'file-empty', name: file.name });
  if (file.size > SCRIPT_LIMIT) return err({ code: 'file-too-large', name: file.name, most: SCRIPT_LIMIT });
  try {
    const begun = await fetch(contentUrls.transfer, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: file.name, size: file.size }),
      ...withSignal(transfer),
    });
    if (!begun.ok) return await refusal(begun, file);
    const token = readToken(await begun.json());
    if (token === null) return err({ code: 'internal', incident: 'transfer' });
    for (let offset = 0; offset < file.size; offset += TRANSFER_CHUNK) {
      const chunk = file.slice(offset, offset + TRANSFER_CHUNK);
      const sent = await fetch(`${contentUrls.transfer}/${encodeURIComponent(token)}?offset=${offset}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: chunk,
        ...withSignal(transfer),
      });
      if (!sent.ok) return await refusal(sent, file);
      transfer.onProgress?.(Math.min(file.size, offset + TRANSFER_CHUNK));
    }
    return ok(token);
  } catch {
    if (transfer.signal?.aborted) return err({ code: 'cancelled' });
    // A file that was moved or changed since it was chosen can no longer be read.
    return err({ code: 'file-truncated', name: file.name });
  }
}

function withSignal(transfer: Transfer): { readonly signal?: AbortSignal } {
  return transfer.signal ? { signal: transfer.signal } : {};
}

function readToken(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('token' in body)) return null;
  return typeof body.token === 'string' ? body.token : null;
}

async function refusal(response: Response, file: File): Promise<Result<never, AppError>> {
  switch (response.status) {
    case 413:
      return err({ code: 'file-too-large', name: file.name, most: SCRIPT_LIMIT });
    case 423:
      return err({ code: 'workspace-locked' });
    case 507:
      return err({ code: 'disk-full' });
    default:
      return err({ code: 'internal', incident: `transfer-${response.status}` });
  }
}
