import type { LaunchReader } from '../../electron/readers/launch-reader.ts';
import type { FromReader, ToReader } from '../../electron/readers/reading.ts';

/**
 * Stands in for the process that reads a script, in this process: what is read has no part in how a disk fails, and
 * starting a process takes longer than the rest of the job. Finds a text of no words.
 */
export const readHere: LaunchReader = () => {
  let hear: (message: FromReader) => void = () => undefined;
  let left = 0;
  const answer = (message: FromReader) => queueMicrotask(() => hear(message));
  return {
    post(message: ToReader) {
      left = message.kind === 'begin' ? message.size : left - message.bytes.length;
      if (left > 0) answer({ kind: 'more' });
      else answer({ kind: 'reading', final: true, reading: TEXT });
    },
    onMessage(listener) {
      hear = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
};

const TEXT = {
  kind: 'read',
  found: 'text',
  words: { kind: 'counted', words: 0 },
  pages: null,
  drawable: false,
} as const;
