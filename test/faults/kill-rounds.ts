import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Acknowledged, acknowledge, nothingAcknowledged } from './acknowledged.ts';
import { create } from './acts.ts';
import { assessorAt } from './assessor.ts';
import { type Aim, type KillJob, type Nursery, startAssessor } from './assessor-child.ts';
import { buildFailingDisk, whyNoFailingDisk } from './failing-disk.ts';
import { type Place, whatIsWrong } from './what-is-wrong.ts';

export type KillReport = {
  readonly kills: number;
  /** Kills that came at an operation on the disk, not at an instant. */
  readonly atOperations: number;
  /** Acts that were acknowledged before a kill, by what they were. */
  readonly acts: ReadonlyMap<string, number>;
  /** What had been begun last when the kill came, by how often. */
  readonly killedAt: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
};

/** Told after every kill: how many there were, and what this one left wrong. */
export type AfterKill = (done: number, found: readonly string[]) => void;

/** A workspace grows with every kill, and looking through it takes longer; after so many the next one begins. */
const KILLS_AT_ONE = 50;

/**
 * Kills an assessor's process again and again, and looks through the workspace after every kill. In turn the kill comes
 * at any instant, soon after a chosen act has begun, and, where gcc is there, at an operation on the disk. The sequence
 * follows from `seed`, which every finding names.
 */
export async function killRounds(
  folder: string,
  job: KillJob,
  kills: number,
  seed: number,
  after: AfterKill = () => undefined,
): Promise<KillReport> {
  const random = sequence(seed);
  mkdirSync(folder, { recursive: true });
  const library = whyNoFailingDisk() === null ? buildFailingDisk(folder) : null;
  const nursery: Nursery = { folder, counted: join(folder, job), library };
  const acts = new Map<string, number>();
  const killedAt = new Map<string, number>();
  const wrong: string[] = [];
  let atOperations = 0;
  let desk = await newDesk(folder, job, 0);
  let next = startAssessor(nursery, 0);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill > 0 && (job === 'create' || kill % KILLS_AT_ONE === 0)) {
        rmSync(join(desk.place.workspace, '..'), { recursive: true });
        desk = await newDesk(folder, job, kill);
      }
      const { place, record } = desk;
      const aim = aimOf(job, kill, random, library !== null);
      const lines = await next.work(job, place, record.passphrase, aim);
      next = startAssessor(nursery, kill + 1);
      for (const line of lines) acknowledge(record, line);
      if (aim.kind === 'operation') atOperations += 1;
      count(killedAt, lines.findLast((line) => line.startsWith('begin'))?.split('\t')[1] ?? 'start');
      for (const line of lines) if (!line.startsWith('begin')) count(acts, line.split('\t')[0] ?? '');
      const where = `${job}, seed ${seed}, kill ${kill} (${JSON.stringify(aim)})`;
      const found = (await whatIsWrong(place, record)).map((one) => `${where}: ${one}`);
      wrong.push(...found);
      after(kill + 1, found);
    }
  } finally {
    next.end();
  }
  return { kills, atOperations, acts, killedAt, wrong };
}

const ACTS = ['transfer', 'take-in', 'mark', 'sign', 'export', 'passphrase', 'lock', 'open'];
/**
 * Up to where a job is killed: the lines said of acts, the milliseconds after the last of them, the operations on the
 * disk. Counted by lines, because a busy machine takes longer over the same work.
 */
const REACH = {
  work: { lines: 60, delay: 100, operations: 450 },
  create: { lines: 3, delay: 150, operations: 330 },
  passphrase: { lines: 12, delay: 15, operations: 150 },
} as const;

function aimOf(job: KillJob, kill: number, random: () => number, operations: boolean): Aim {
  const reach = REACH[job];
  if (operations && kill % 2 === 1) {
    return { kind: 'operation', number: 1 + Math.floor(random() * reach.operations), half: random() < 0.5 };
  }
  if (job !== 'work' || kill % 4 === 0) {
    return { kind: 'instant', after: 1 + Math.floor(random() * reach.lines), delay: random() * reach.delay };
  }
  const act = ACTS[Math.floor(kill / 4) % ACTS.length] ?? 'open';
  return { kind: 'instant', after: act, delay: random() * (act === 'sign' || act === 'take-in' ? 200 : 15) };
}

type Desk = { readonly place: Place; readonly record: Acknowledged };

/** A folder for a workspace and its exports; with the workspace in it, unless making it is the job. */
async function newDesk(folder: string, job: KillJob, number: number): Promise<Desk> {
  const [workspace, exports] = [join(folder, job, `${number}`, 'workspace'), join(folder, job, `${number}`, 'exports')];
  const record = nothingAcknowledged();
  mkdirSync(exports, { recursive: true });
  if (job !== 'create') {
    const assessor = assessorAt(workspace, (_incident, error) => console.error(error));
    const made = await create({ assessor, exports, say: (line) => acknowledge(record, line) });
    if (!made.ok) throw new Error(made.error.code);
    assessor.app.lock();
  }
  return { place: { workspace, exports }, record };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The same numbers in [0, 1) for the same seed (mulberry32), so that a failure comes again. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
