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
import type { Report } from './measure/report.ts';
import { inTemporaryFolder } from './measure/temporary.ts';

const KILLS = 1000;
/** Of a thousand kills, how many come at which job. */
const SHARES: readonly { readonly job: KillJob; readonly what: string; readonly share: number }[] = [
  { job: 'work', what: 'taking in, marking, signing, exporting, reopening', share: 600 },
  { job: 'create', what: 'making a workspace', share: 250 },
  { job: 'passphrase', what: 'changing the passphrase', share: 150 },
];
const FINDINGS_SHOWN = 20;

/**
 * A thousand kills of an assessor's process, and every kind of failing disk at every operation of the job. Takes most of
 * an hour; the first argument is another number of kills. Exits 1 where anything does not hold.
 */
export async function faultsBench(args: readonly string[] = []): Promise<Report> {
  const kills = Number(args[0] ?? KILLS);
  return inTemporaryFolder(async (folder) => {
    const killed: KillReport[] = [];
    for (const { job, share } of SHARES) {
      const due = Math.ceil((kills * share) / KILLS);
      killed.push(await killRounds(folder, job, due, share, progress(`kills, ${job}`, due)));
    }
    return reportOf(killed, await everyFault(folder));
  });
}

function reportOf(killed: readonly KillReport[], disk: DiskSummary | null): Report {
  const wrong = [...killed.flatMap((one) => one.wrong), ...(disk?.wrong ?? [])];
  if (wrong.length > 0) process.exitCode = 1;
  return {
    name: 'faults',
    title: `${wrong.length === 0 ? 'nothing' : wrong.length} wrong after all of it`,
    head: ['What', 'times', 'wrong'],
    rows: [
      ...killed.map((one, at) => [`killed while ${SHARES[at]?.what}`, `${one.kills}`, `${one.wrong.length}`]),
      ...(disk ? [['disk failed under the whole job', `${disk.rounds}`, `${disk.wrong.length}`]] : []),
    ],
    notes: [
      ...killed.map(
        (one, at) => `${SHARES[at]?.job}: ${one.atOperations} at an operation on the disk; ${list(one.acts)}`,
      ),
      disk ? `refused on a failing disk: ${list(disk.refused)}` : `no failing disk: ${whyNoFailingDisk()}`,
      ...(disk ? [`refused, and done all the same: ${list(disk.doneAllTheSame)}`] : []),
      ...wrong.slice(0, FINDINGS_SHOWN),
    ],
    measured: { killed: killed.map(plain), disk: disk ? plain(disk) : null },
  };
}

async function everyFault(folder: string): Promise<DiskSummary | null> {
  if (whyNoFailingDisk() !== null) return null;
  const operations = await operationsOfJob(folder, SHORT);
  const everywhere = operations.flatMap((operation, index) =>
    DISK_FAULTS.filter((fault) => mayBefall(fault, operation)).map((fault) => ({
      fault,
      at: index + 1,
      bursts: SHORT,
    })),
  );
  const long = await operationsOfJob(join(folder, 'long'), LONG);
  const tidying = firstCheckpoint(long).flatMap((at) =>
    DISK_FAULTS.filter((fault) => mayBefall(fault, long[at - 1])).map((fault) => ({ fault, at, bursts: LONG })),
  );
  const rounds = [...everywhere, ...tidying];
  return diskRounds(folder, rounds, 2, progress('failing disk', rounds.length));
}

function progress(what: string, of: number): (done: number) => void {
  return (done) => {
    if (done % 100 === 0 || done === of) process.stderr.write(`  ${what}: ${done} of ${of}\n`);
  };
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
