import { useEffect, useRef, useState } from 'react';
import { count } from '../../../shared/api/amounts.ts';
import type { ExportedFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { call } from '../../api/call.ts';
import type { Destination } from '../../api/destination.ts';
import { onProgress } from '../../api/events.ts';
import { useToasts } from '../../store/toasts.ts';

export type ExportFormat = 'pdf' | 'docx';

export type ExportRun =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'finished'; readonly files: readonly ExportedFile[]; readonly folder: string }
  | { readonly state: 'failed'; readonly error: AppError };

/** One export: starts it, follows its progress, and stops it. What it wrote is told by a toast once the dialog is away. */
export function useExportRun(watched: boolean) {
  const [run, setRun] = useState<ExportRun>({ state: 'idle' });
  const task = useRef<string | null>(null);
  const inSight = useRef(watched);
  useEffect(() => {
    inSight.current = watched;
    return () => {
      inSight.current = false;
    };
  }, [watched]);

  async function start(sheets: readonly SheetId[], formats: readonly ExportFormat[], to: Destination): Promise<void> {
    const id = crypto.randomUUID();
    task.current = id;
    setRun({ state: 'running', done: 0, total: sheets.length * formats.length });
    const stop = onProgress(id, (done, total) => setRun({ state: 'running', done, total }));
    const reply = await call('exports.write', {
      sheets: [...sheets],
      formats: [...formats],
      destination: to.token,
      task: id,
    });
    stop();
    task.current = null;
    if (reply.ok) setRun({ state: 'finished', files: reply.value.files, folder: to.label });
    else setRun({ state: 'failed', error: reply.error });
    if (inSight.current) return;
    const tell = useToasts.getState().tell;
    if (reply.ok) tell('info', `${count(reply.value.files.length, 'file was', 'files were')} written to ${to.label}.`);
    else tell('error', 'The export stopped. The signed sheets are safe. Open the export again to see why.');
  }

  return {
    run,
    start,
    reset: () => setRun({ state: 'idle' }),
    cancel: () => (task.current ? void call('tasks.cancel', { task: task.current }) : undefined),
  };
}
