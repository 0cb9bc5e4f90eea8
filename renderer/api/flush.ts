import { bridge } from './bridge.ts';
import { onAppEvent } from './events.ts';

type Save = () => Promise<void>;
const saves = new Set<Save>();

/** Registers what must be saved before the window closes, locks or leaves a sheet; gives the function that takes it back. */
export function saveBeforeLeaving(save: Save): () => void {
  saves.add(save);
  return () => {
    saves.delete(save);
  };
}

/** Saves everything typed. One save that fails does not keep the others from being tried. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()));
}

/** Answers the host's flush before the window closes. */
export function answerFlush(): () => void {
  return onAppEvent((event) => {
    if (event.kind === 'flush') void flushAll().then(() => bridge()?.flushed());
  });
}
