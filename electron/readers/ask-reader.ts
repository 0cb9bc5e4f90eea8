import type { LaunchReader } from './launch-reader.ts';
import { type FromReader, type Job, parseFromReader } from './reading.ts';

export type ReadingLimits = {
  /** Milliseconds from start to end. */
  readonly time: number;
  /** Bytes of memory of the reader's whole process, beside those of the file itself. */
  readonly memory: number;
};

export const READING_LIMITS: ReadingLimits = { time: 60_000, memory: 1024 * 1024 * 1024 };

/** A file and what is to be done with it. */
export type Question<Answer> = {
  readonly size: number;
  readonly parts: AsyncIterable<Uint8Array>;
  readonly job: Job;
  /** What of all that readers say answers this; null for what does not. */
  readonly hear: (said: FromReader) => { readonly answer: Answer; readonly final: boolean } | null;
};

/**
 * Asks about a file in a process that is made for it and goes with it, so that no file can take this process down, hold
 * it up or leave anything behind for the next. Gives what was answered until the file reached a limit of time or memory
 * or killed its reader, and `limit` where that was nothing. Throws where the file's bytes cannot be had, or no reader.
 */
export function askReader<Answer>(
  launch: LaunchReader,
  question: Question<Answer>,
  limits: ReadingLimits,
): Promise<Answer | 'limit'> {
  return new Promise((resolve, reject) => {
    const reader = launch();
    const parts = question.parts[Symbol.asyncIterator]();
    let heard = false;
    let last: Answer | 'limit' = 'limit';
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
      if (said?.kind === 'more') {
        feed().catch((error: unknown) => end(() => reject(error)));
        return;
      }
      const answered = said && question.hear(said);
      if (!answered) {
        end(() => resolve('limit'));
        return;
      }
      last = answered.answer;
      if (answered.final) end(() => resolve(last));
    });
    reader.post({ kind: 'begin', size: question.size, memory: limits.memory + question.size, job: question.job });
  });
}
