import type { AppEvent } from '../../shared/api/contract.ts';
import { bridge } from './bridge.ts';

/** Hears what the main side tells; gives the function that stops it. */
export function onAppEvent(listener: (event: AppEvent) => void): () => void {
  return bridge()?.onEvent(listener) ?? (() => undefined);
}

/** Hears the progress of one piece of work, as a share from 0 to 1. */
export function onProgress(task: string, listener: (done: number, total: number) => void): () => void {
  return onAppEvent((event) => {
    if (event.kind === 'progress' && event.task === task) listener(event.done, event.total);
  });
}
