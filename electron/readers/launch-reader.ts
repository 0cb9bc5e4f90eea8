import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ToReader } from './reading.ts';

/** A process that reads one file and then goes. */
export type ReaderProcess = {
  readonly post: (message: ToReader) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** However it ends, also where it never began. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

/** Each host starts readers in its own way: Node forks itself, Electron has its utility processes. */
export type LaunchReader = () => ReaderProcess;

/**
 * A reader as a process of Node's own that may read the app's folder and nothing else: it writes no file, starts no
 * process, and loads no native code. It inherits no environment and no standard streams, so that a library's warning
 * about a learner's file goes nowhere.
 */
export const forkReader: LaunchReader = () => {
  if (process.versions.electron !== undefined) throw new Error('In Electron a reader is a utility process');
  const entry = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [
      '--permission',
      `--allow-fs-read=${appFolder(entry)}`,
      '--allow-worker',
      '--disable-warning=ExperimentalWarning',
    ],
    env: systemOnly(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A reader that is gone hears nothing; its exit says so.
    post: (message) => void (child.connected && child.send(message, () => undefined)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
};

/** The folder that holds the app's sources and packages. */
function appFolder(entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return dirname(entry);
}

/** Windows starts no program without the folder of its system. */
function systemOnly(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}
