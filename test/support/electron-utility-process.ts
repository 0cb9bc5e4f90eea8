import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** Gives a fork of Node the port that Electron gives its utility processes. */
const PARENT_PORT = `data:text/javascript,${encodeURIComponent(`process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (event, listener) => process.on(event, (data) => listener({ data })),
};`)}`;

/** A utility process of Electron, as a fork of Node. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(entry: string, args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv }) {
    super();
    const execArgv = ['--disable-warning=ExperimentalWarning', '--import', PARENT_PORT];
    this.#child = fork(entry, args, {
      serialization: 'advanced',
      execArgv,
      ...options,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code));
  }

  postMessage(message: NodeJS.Dict<unknown>): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (entry: string, args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv }) =>
    new UtilityProcess(entry, args, options),
};
