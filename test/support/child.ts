import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Afterwards } from './temporary-folder.ts';

export type Ended = { readonly said: string; readonly code: number | null; readonly signal: string | null };
export type Child = {
  /** Everything said up to the first line end, or up to the end. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Closes its input, and so asks it to end. */
  readonly finish: () => void;
  readonly kill: () => void;
};

/** Another process of this Node, running one of the programs beside this file. */
export function startChild(program: string, args: readonly string[], afterwards: Afterwards = onTestFinished): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {},
  });
  let said = '';
  const firstLine = Promise.withResolvers<string>();
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
    const end = said.indexOf('\n');
    if (end >= 0) firstLine.resolve(said.slice(0, end));
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      firstLine.resolve(said);
      resolve({ said, code, signal });
    });
  });
  const kill = () => {
    child.kill('SIGKILL');
  };
  afterwards(kill);
  return { firstLine: firstLine.promise, ended, finish: () => child.stdin.end(), kill };
}
