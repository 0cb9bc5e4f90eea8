import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type DiskControl, diskControl } from './failing-disk.ts';
import type { Place } from './what-is-wrong.ts';

/** What the assessor is at when the kill comes. */
export type KillJob = 'work' | 'create' | 'passphrase';
/**
 * When to kill: so many milliseconds after so many lines were said, or after an act of this name has begun; or at an
 * operation on the disk, counted from the beginning of the work, before it or with half of its bytes written.
 */
export type Aim =
  | { readonly kind: 'instant'; readonly after: string | number; readonly delay: number }
  | { readonly kind: 'operation'; readonly number: number; readonly half: boolean };

/** What the children share: a folder of their own, the folder whose operations count, the library of the failing disk. */
export type Nursery = { readonly folder: string; readonly counted: string; readonly library: string | null };
export type AssessorChild = {
  /** Everything said before the kill, by whole lines. */
  readonly work: (job: KillJob, place: Place, passphrase: number, aim: Aim) => Promise<readonly string[]>;
  readonly end: () => void;
};

/** A process that loads already, so that the next kill need not wait for it. */
export function startAssessor({ folder, counted, library }: Nursery, number: number): AssessorChild {
  const control = join(folder, `control-${number % 2}`);
  const disk = library === null ? null : diskControl(control, 'w+');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'assessor-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(library === null ? {} : { LD_PRELOAD: library, FAILING_DISK_ROOT: counted, FAILING_DISK_CONTROL: control }),
    },
  });
  let said = '';
  let heard = () => {};
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString('utf8');
    heard();
  });
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => resolve(signal));
  });
  const kill = () => void child.kill('SIGKILL');
  return {
    end: kill,
    async work(job, place, passphrase, aim) {
      let timer: NodeJS.Timeout | undefined;
      heard = () => {
        if (aim.kind === 'instant' && hasSaid(said, aim.after)) timer ??= setTimeout(kill, aim.delay);
      };
      if (disk) arm(disk, aim);
      child.stdin.write(`${[job, place.workspace, place.exports, passphrase].join('\t')}\n`);
      const signal = await closed;
      clearTimeout(timer);
      disk?.close();
      if (signal !== 'SIGKILL') throw new Error(`The assessor ended before the kill: ${said.slice(-200)}`);
      // A line cut by the kill was not shown whole: only what ends in a line break counts.
      return said.split('\n').slice(1, -1);
    },
  };
}

/** True once an act of this name has begun, or once there are so many lines after the first. */
function hasSaid(said: string, after: string | number): boolean {
  return typeof after === 'string' ? said.includes(`begin\t${after}\n`) : said.split('\n').length > after + 1;
}

const KILL = -1;

function arm(disk: DiskControl, aim: Aim): void {
  if (aim.kind === 'instant') disk.mend();
  else disk.arm({ name: 'kill', error: KILL, lasting: false, half: aim.half }, aim.number);
}
