import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskReport, DiskRound } from './disk-job.ts';
import { buildFailingDisk, DISK_FAULTS, type DiskFault, diskControl } from './failing-disk.ts';

/** The bursts of typing in each section of a short job, and of one that is long enough for SQLite to tidy up meanwhile. */
export const SHORT = 1;
export const LONG = 160;
export type DiskSummary = {
  readonly rounds: number;
  /** Rounds in which the operation that was to fail came. */
  readonly reached: number;
  /** How often an act was refused, by act and code. */
  readonly refused: ReadonlyMap<string, number>;
  readonly doneAllTheSame: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
};

/** Does the job once for each round, in so many processes at a time. */
export async function diskRounds(
  folder: string,
  rounds: readonly DiskRound[],
  processes: number,
  after: (done: number, found: readonly string[]) => void = () => undefined,
): Promise<DiskSummary> {
  const library = buildFailingDisk(folder);
  const left = rounds.values();
  const refused = new Map<string, number>();
  const doneAllTheSame = new Map<string, number>();
  const wrong: string[] = [];
  let done = 0;
  let reached = 0;
  const work = async (number: number) => {
    let worker = startWorker(join(folder, `disk-${number}`), library);
    for (const round of left) {
      const report = await worker.perform(round);
      const where = `${round.fault.name}, operation ${round.at}`;
      const found = report?.wrong.map((one) => `${where} (${report.failed}): ${one}`) ?? [
        `${where}: the process ended`,
      ];
      if (report === null) {
        worker = startWorker(join(folder, `disk-${number}-${round.at}`), library);
      }
      if (report?.reached) reached += 1;
      for (const one of report?.refused ?? []) count(refused, one);
      for (const one of report?.doneAllTheSame ?? []) count(doneAllTheSame, one);
      wrong.push(...found);
      done += 1;
      after(done, found);
    }
    worker.end();
  };
  await Promise.all(Array.from({ length: processes }, (_, number) => work(number)));
  return { rounds: rounds.length, reached, refused, doneAllTheSame, wrong };
}

/** One operation on the disk: what it does to which path, and the name that a file had before it got this one. */
export type Operation = { readonly name: string; readonly path: string; readonly before: string };

/** The operations of the job on a sound disk, in order. */
export async function operationsOfJob(folder: string, bursts: number): Promise<readonly Operation[]> {
  mkdirSync(folder, { recursive: true });
  const library = buildFailingDisk(folder);
  const trace = join(folder, 'trace');
  const worker = startWorker(join(folder, 'dry'), library, trace);
  const [fault] = DISK_FAULTS;
  const report = fault ? await worker.perform({ fault, at: 1_000_000, bursts }) : null;
  worker.end();
  if (report === null || report.wrong.length > 0) throw new Error(`The job fails on a sound disk: ${report?.wrong}`);
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', path = '', before = ''] = line.split('\t');
      return { name, path, before };
    });
}

/** Where SQLite moves what was written from its log into the database for the first time after it was opened. */
export function firstCheckpoint(operations: readonly Operation[]): readonly number[] {
  const isDatabase = (one: Operation | undefined) => one?.path.endsWith('/workspace.db') ?? false;
  const start = operations.findIndex(
    (one, at) => isDatabase(one) && one.name === 'pwrite' && operations[at - 1]?.path.endsWith('/workspace.db-wal'),
  );
  const end = operations.findIndex((one, at) => at > start && !isDatabase(one));
  // The log is synced first, then pages are written, then the database is synced, then the log begins anew.
  return [start, start + 1, end - 1, end, end + 1];
}

/** Half a write can only befall a write. */
export function mayBefall(fault: DiskFault, operation: Operation | undefined): boolean {
  return !fault.half || (operation?.name.includes('write') ?? false);
}

type Worker = { readonly perform: (round: DiskRound) => Promise<DiskReport | null>; readonly end: () => void };

/** A process with a failing disk of its own, below a folder of its own. */
function startWorker(folder: string, library: string, trace?: string): Worker {
  const [root, sound, control] = [join(folder, 'failing'), join(folder, 'sound'), join(folder, 'control')];
  for (const one of [root, sound]) mkdirSync(one, { recursive: true });
  diskControl(control, 'w+').close();
  const child: ChildProcess = fork(join(import.meta.dirname, 'disk-process.ts'), [], {
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      LD_PRELOAD: library,
      UV_USE_IO_URING: '0',
      FAILING_DISK_ROOT: root,
      FAILING_DISK_CONTROL: control,
      SOUND_DISK: sound,
      ...(trace === undefined ? {} : { FAILING_DISK_TRACE: trace }),
    },
  });
  let ended = false;
  let answer = (_report: DiskReport | null) => {};
  child.on('message', (report: DiskReport) => answer(report));
  child.once('exit', () => {
    ended = true;
    answer(null);
  });
  return {
    perform: (round) =>
      new Promise((resolve) => {
        answer = resolve;
        if (ended) resolve(null);
        else child.send(round);
      }),
    end: () => void child.disconnect(),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
