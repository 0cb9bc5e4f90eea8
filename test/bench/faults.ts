import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { KillJob } from '../faults/assessor-child.ts';
import {
  type DiskSummary,
  diskRounds,
  firstCheckpoint,
  LONG,
  mayBefall,
  operationsOfJob,
  SHORT,
} from '../faults/disk-rounds.ts';
import { DISK_FAULTS, whyNoFailingDisk } from '../faults/failing-disk.ts';
import { type KillReport, killRounds } from '../faults/kill-rounds.ts';
import { inMemoryOrNot } from '../support/run-folders.ts';
import type { Report } from './measure/report.ts';
import { inTemporaryFolder } from './measure/temporary.ts';

const KILLS = 1000;
/** Of a thousand kills, how many come at which job; jobs of one row follow each other, beside those of the other. */
type Share = { readonly job: KillJob; readonly what: string; readonly share: number };
const SHARES: readonly (readonly Share[])[] = [
  [{ job: 'work', what: 'taking in, marking, signing, exporting, reopening', share: 600 }],
  [
    { job: 'create', what: 'making a workspace', share: 250 },
    { job: 'passphrase', what: 'changing the passphrase', share: 150 },
  ],
];
type Killed = Share & KillReport;
const FINDINGS_SHOWN = 20;

/**
 * A thousand kills of an assessor's process, and every kind of failing disk at every operation of the job: half an hour on
 * two processors. `[KILLS [SEED]]` are another number of kills, and the seed of a run that is to come again. What is found
 * is said at once. Exits 1 where anything does not hold.
 */
export async function faultsBench([kills = `${KILLS}`, chosen]: readonly string[] = []): Promise<Report> {
  const seed = Number(chosen ?? randomInt(1_000_000));
  tell(`seed ${seed}`);
  return inTemporaryFolder(async (folder) => {
    const killed = await Promise.all(SHARES.map((shares) => killedInTurn(folder, shares, Number(kills), seed)));
    return reportOf(seed, killed.flat(), await everyFault(folder));
  }, inMemoryOrNot());
}

async function killedInTurn(folder: string, shares: readonly Share[], kills: number, seed: number) {
  const killed: Killed[] = [];
  for (const one of shares) {
    const due = Math.ceil((kills * one.share) / KILLS);
    const told = progress(`kills, ${one.job}`, due);
    killed.push({ ...one, ...(await killRounds(join(folder, one.job), one.job, due, seed + one.share, told)) });
  }
  return killed;
}

function reportOf(seed: number, killed: readonly Killed[], disk: DiskSummary | null): Report {
  const wrong = [...killed.flatMap((one) => one.wrong), ...(disk?.wrong ?? [])];
  if (wrong.length > 0) process.exitCode = 1;
  return {
    name: 'faults',
    title: `${wrong.length === 0 ? 'nothing' : wrong.length} wrong after all of it`,
    head: ['What', 'times', 'wrong'],
    rows: [
      ...killed.map((one) => [`killed while ${one.what}`, `${one.kills}`, `${one.wrong.length}`]),
      ...(disk ? [['disk failed under the whole job', `${disk.reached}`, `${disk.wrong.length}`]] : []),
    ],
    notes: [
      `seed ${seed}`,
      ...killed.map((one) => `${one.job}: ${one.atOperations} at an operation on the disk; ${list(one.acts)}`),
      disk ? `refused on a failing disk: ${list(disk.refused)}` : `no failing disk: ${whyNoFailingDisk()}`,
      ...(disk ? [`refused, and done all the same: ${list(disk.doneAllTheSame)}`] : []),
      ...(disk ? [`rounds whose job was done before its operation came: ${disk.rounds - disk.reached}`] : []),
      ...wrong.slice(0, FINDINGS_SHOWN),
    ],
    measured: { seed, killed: killed.map(plain), disk: disk ? plain(disk) : null },
  };
}

async function everyFault(folder: string): Promise<DiskSummary | null> {
  if (whyNoFailingDisk() !== null) return null;
  const operations = await operationsOfJob(folder, SHORT);
  // One kind after the other, so that a run that is broken off has been everywhere with some.
  const everywhere = DISK_FAULTS.flatMap((fault) =>
    operations.flatMap((operation, index) =>
      mayBefall(fault, operation) ? [{ fault, at: index + 1, bursts: SHORT }] : [],
    ),
  );
  const long = await operationsOfJob(join(folder, 'long'), LONG);
  const tidying = firstCheckpoint(long).flatMap((at) =>
    DISK_FAULTS.filter((fault) => mayBefall(fault, long[at - 1])).map((fault) => ({ fault, at, bursts: LONG })),
  );
  const rounds = [...everywhere, ...tidying];
  return diskRounds(folder, rounds, 2, progress('failing disk', rounds.length));
}

function progress(what: string, of: number): (done: number, found: readonly string[]) => void {
  return (done, found) => {
    for (const one of found) tell(one);
    if (done % 100 === 0 || done === of) tell(`${what}: ${done} of ${of}`);
  };
}

function tell(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, count]) => `${what} ${count}`).join(', ') || 'none';
}

/** Maps as objects, so that they can be kept as JSON. */
function plain(report: KillReport | DiskSummary): unknown {
  return Object.fromEntries(
    Object.entries(report).map(([key, value]) => [key, value instanceof Map ? Object.fromEntries(value) : value]),
  );
}
