import type { FoundType } from './file-type.ts';
import type { LaunchReader } from './launch-reader.ts';
import { parseFromReader, type Reading } from './reading.ts';

export type ReadingLimits = {
  /** Milliseconds from start to end. */
  readonly time: number;
  /** Bytes of memory of the reader's whole process, beside those of the file itself. */
  readonly memory: number;
};

export const READING_LIMITS: ReadingLimits = { time: 60_000, memory: 1024 * 1024 * 1024 };

export type ForeignFile = {
  readonly size: number;
  /** The type that the file's name promises. */
  readonly claimed: FoundType | null;
  readonly parts: AsyncIterable<Uint8Array>;
};

/**
 * Reads a file in a process that is made for it and goes with it, so that no file can take this process down, hold it
 * up or leave anything behind for the next. Gives what was found until the file reached a limit of time or memory or
 * killed its reader, and `limit` where that was nothing. Throws where the file's bytes cannot be had, or no reader.
 */
export function readApart(
  launch: LaunchReader,
  file: ForeignFile,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Reading | 'limit'> {
  return new Promise((resolve, reject) => {
    const reader = launch();
    const parts = file.parts[Symbol.asyncIterator]();
    let heard = false;
    let last: Reading | 'limit' = 'limit';
    let ended = false;
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      reader.kill();
      Promise.resolve(parts.return?.()).then(settle, reject);
    };
    const timer = setTimeout(() => end(() => resolve(last)), limits.time);
    const feed = async () => {
      const next = await parts.next();
      if (!next.done && !ended) reader.post({ kind: 'bytes', bytes: next.value });
    };

    reader.onExit(() => end(() => (heard ? resolve(last) : reject(new Error('The reader did not start')))));
    reader.onMessage((message) => {
      heard = true;
      const said = parseFromReader(message);
      if (said?.kind === 'more') feed().catch((error: unknown) => end(() => reject(error)));
      else if (said) {
        last = said.reading;
        if (said.final) end(() => resolve(last));
      } else end(() => resolve('limit'));
    });
    reader.post({
      kind: 'begin',
      size: file.size,
      claimed: file.claimed,
      memory: limits.memory + file.size,
    });
  });
}
