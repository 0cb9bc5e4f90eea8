import { Worker } from 'node:worker_threads';
import type { FromReader, Job, ToReader } from './reading.ts';

/** What the thread that reads may have of JavaScript's own memory, in megabytes. */
const HEAP_MB = 512;
const LOOK_MS = 20;

/** The thread's program for each kind of job. */
const PROGRAMS: Readonly<Record<Job['kind'], string>> = {
  read: 'reader-thread',
  verify: 'verifier-thread',
  pack: 'pack-thread',
};

/** How this process hears and answers: as a utility process of Electron, or as a fork of Node. */
type Port = { readonly post: (message: FromReader) => void; readonly onMessage: (listener: Listener) => void };
type Listener = (message: ToReader) => void;
type ElectronPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: ToReader }) => void) => void;
};

/**
 * The process that one foreign file is read in. Its main thread only gathers the bytes, hands on what the reading
 * thread says, and watches the memory of the whole process: buffers and native code count towards no thread's own
 * limit. Whoever started it limits its time.
 */
const port = portOf(process);
let thread: Worker | null = null;
let bytes = new Uint8Array();
let filled = 0;
let begun: Extract<ToReader, { kind: 'begin' }> | null = null;

port.onMessage((message) => {
  if (message.kind === 'begin') {
    begun = message;
    bytes = new Uint8Array(message.size);
    setInterval(() => process.memoryUsage.rss() > message.memory && process.exit(), LOOK_MS);
    thread = startThread(message.job);
  } else {
    bytes.set(message.bytes, filled);
    filled += message.bytes.length;
  }
  if (filled < bytes.length) port.post({ kind: 'more' });
  else thread?.postMessage({ ...begun?.job, bytes }, [bytes.buffer]);
});
process.once('disconnect', () => process.exit());

function startThread(job: Job): Worker {
  const started = new Worker(new URL(`./${PROGRAMS[job.kind]}${extension()}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
    env: {},
  });
  let final = false;
  started.on('message', (message: FromReader) => {
    final = message.kind === 'reading' ? message.final : message.kind !== 'more';
    port.post(message);
  });
  // Out of memory, or the thread fell over what it read: there is no more to be heard.
  started.once('error', () => process.exit());
  started.once('exit', () => final || process.exit());
  return started;
}

function portOf(me: NodeJS.Process & { readonly parentPort?: ElectronPort }): Port {
  const { parentPort } = me;
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
    };
  }
  return {
    post: (message) => void me.send?.(message),
    onMessage: (listener) => void me.on('message', listener),
  };
}

/** The threads' files stand beside this one, as source or as built. */
function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js';
}
