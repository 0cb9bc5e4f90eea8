import type { LaunchReader } from '../../electron/readers/launch-reader.ts';
import type { FromReader, ToReader } from '../../electron/readers/reading.ts';
import { verifyHere } from '../../electron/readers/verify-here.ts';

/** Stands in for the process that verifies a file, in this process: starting one takes longer than most tests. */
export const verifyInProcess: LaunchReader = () => {
  let hear: (message: FromReader) => void = () => undefined;
  let name = '';
  let size = 0;
  const parts: Uint8Array[] = [];
  const answer = (message: FromReader) => queueMicrotask(() => hear(message));
  return {
    post(message: ToReader) {
      if (message.kind === 'bytes') parts.push(message.bytes);
      else {
        size = message.size;
        name = message.job.kind === 'verify' ? message.job.name : '';
      }
      const bytes = Buffer.concat(parts);
      if (bytes.length < size) answer({ kind: 'more' });
      else verifyHere(name, new Uint8Array(bytes)).then((file) => answer({ kind: 'verified', file }));
    },
    onMessage(listener) {
      hear = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
};
