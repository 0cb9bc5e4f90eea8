import type { UtilityProcess, utilityProcess } from 'electron';

/** What of Electron a reader is started with. */
type Forks = Pick<typeof utilityProcess, 'fork'>;

/**
 * Starts readers of foreign files as utility processes: a packaged app does not run as Node, so it cannot fork itself.
 * They inherit no environment and no standard streams.
 */
export function readerLauncher(forks: Forks, entry: string) {
  return () => {
    const reader: UtilityProcess = forks.fork(entry, [], {
      serviceName: 'Countersign reader',
      stdio: 'ignore',
      env: systemOnly(),
    });
    return {
      post: (message: unknown) => reader.postMessage(message),
      onMessage: (listener: (message: unknown) => void) => void reader.on('message', listener),
      onExit: (listener: () => void) => void reader.once('exit', listener),
      kill: () => void reader.kill(),
    };
  };
}

/** Windows starts no program without the folder of its system. */
function systemOnly(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}
