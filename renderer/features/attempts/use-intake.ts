import { useEffect, useRef, useState } from 'react';
import type { AttemptView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { Input } from '../../../shared/api/inputs.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import { giveUpFile, type IncomingFile, isOffered, tokenOf } from '../../api/transfer.ts';
import { useOfferedFiles } from '../../store/offered-files.ts';

export type IntakeFile = {
  readonly id: string;
  readonly file: IncomingFile;
  /** Bytes that have arrived; null while it has not been sent, or need not be. */
  readonly sent: number | null;
  readonly error: AppError | null;
};

type Fields = Omit<Input<'attempts.take-in'>, 'files'>;

/** Files on their way in: chosen, sent up with progress, then taken in together or not at all. */
export function useIntake() {
  const [files, setFiles] = useState<readonly IntakeFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const unused = useRef<readonly IntakeFile[]>([]);
  unused.current = busy ? [] : files;
  useEffect(() => () => giveBack(unused.current), []);

  const change = (id: string, to: Partial<IntakeFile>) =>
    setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)));

  /** A token for every file, or nothing where one did not get through: then what was sent is given up. */
  async function send(signal: AbortSignal): Promise<readonly string[] | null> {
    const tokens: string[] = [];
    const sentHere: string[] = [];
    for (const { id, file } of files) {
      change(id, { sent: isOffered(file) ? null : 0, error: null });
      const sent = await tokenOf(file, { signal, onProgress: (done) => change(id, { sent: done }) });
      if (!sent.ok) {
        change(id, { sent: null, error: sent.error });
        await Promise.all(sentHere.map(giveUpFile));
        return null;
      }
      tokens.push(sent.value);
      if (!isOffered(file)) sentHere.push(sent.value);
    }
    return tokens;
  }

  async function run(take: (tokens: string[]) => Promise<Result<AttemptView, AppError>>): Promise<AttemptView | null> {
    if (busy || files.length === 0) return null;
    setBusy(true);
    setError(null);
    stopper.current = new AbortController();
    const tokens = await send(stopper.current.signal);
    const reply = tokens ? await take([...tokens]) : err({ code: 'cancelled' as const });
    setBusy(false);
    stopper.current = null;
    if (reply.ok) {
      setFiles([]);
      return reply.value;
    }
    if (!tokens) return null;
    // A second try sends the files again; what was offered waits under its token, unless it is what was refused.
    await Promise.all(files.flatMap(({ file }, at) => (isOffered(file) ? [] : (tokens[at] ?? []))).map(giveUpFile));
    setFiles((before) => before.map((one) => ({ ...one, sent: null, error: faultOf(one.file, reply.error) })));
    if (!files.some((one) => isAbout(one.file, reply.error))) setError(reply.error);
    return null;
  }

  return {
    files,
    busy,
    error,
    add: (added: readonly IncomingFile[]) => {
      setError(null);
      const known = added.map((file) => ({ id: crypto.randomUUID(), file, sent: null, error: null }));
      setFiles((before) => [...before, ...known]);
    },
    remove: (id: string) => {
      giveBack(files.filter((one) => one.id === id));
      setFiles((before) => before.filter((one) => one.id !== id));
    },
    clear: () => {
      giveBack(files);
      setFiles([]);
    },
    cancel: () => stopper.current?.abort(),
    takeIn: (fields: Fields) => run((tokens) => call('attempts.take-in', { ...fields, files: tokens })),
    addTo: (attempt: AttemptId) => run((tokens) => call('attempts.add-files', { attempt, files: tokens })),
  };
}

/** What was opened from the desktop and not used here goes on waiting; what carries an error waits no longer. */
function giveBack(files: readonly IntakeFile[]): void {
  useOfferedFiles.getState().giveBack(files.flatMap(({ file, error }) => (isOffered(file) && !error ? file : [])));
}

/** What stands at a file after a call was refused: the error that is about it, or that its token was not known. */
function faultOf(file: IncomingFile, error: AppError): AppError | null {
  if (isAbout(file, error)) return error;
  return isOffered(file) && error.code === 'file-token-unknown' ? error : null;
}

function isAbout(file: IncomingFile, error: AppError): boolean {
  return 'name' in error && error.name === file.name;
}
