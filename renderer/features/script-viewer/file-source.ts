import { FileTroubleError, troubleOfAnswer } from './file-trouble.ts';

/** A file on the page's own origin. `size` null: it is made when asked for, so it is read whole. */
export type FileSource = { readonly url: string; readonly size: number | null };

/** Reads bytes from `begin` up to, not including, `end`. Throws a `FileTroubleError` where they cannot be had. */
export async function readRange(
  source: FileSource,
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const response = await ask(source.url, { range: `bytes=${begin}-${end - 1}` }, signal);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A host that does not know ranges answers with the whole file.
  const wanted = response.status === 206 ? bytes : bytes.subarray(begin, end);
  if (wanted.length !== end - begin) throw new FileTroubleError({ kind: 'unreadable' });
  return wanted;
}

/** Reads the whole file. Throws a `FileTroubleError` where it cannot be had. */
export async function readWhole(source: FileSource, signal: AbortSignal): Promise<Uint8Array> {
  const response = await ask(source.url, {}, signal);
  return new Uint8Array(await response.arrayBuffer());
}

async function ask(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers, signal, cache: 'no-store' }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new FileTroubleError({ kind: 'unreadable' }, cause);
  });
  if (!response.ok) throw new FileTroubleError(await troubleOfAnswer(response));
  return response;
}
