import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  diskRounds,
  firstCheckpoint,
  firstOfEach,
  LONG,
  mayBefall,
  type Operation,
  operationsOfJob,
  SHORT,
} from './disk-rounds.ts';
import { DISK_FAULTS, whyNoFailingDisk } from './failing-disk.ts';

const why = whyNoFailingDisk();

describe.skipIf(why !== null)(`a disk that fails under the job${why === null ? '' : ` (${why})`}`, () => {
  let operations: readonly Operation[] = [];
  let ofLongJob: readonly Operation[] = [];

  beforeAll(async () => {
    const tidying: (() => void)[] = [];
    operations = await operationsOfJob(
      temporaryFolder((tidy) => tidying.push(tidy)),
      SHORT,
    );
    ofLongJob = await operationsOfJob(
      temporaryFolder((tidy) => tidying.push(tidy)),
      LONG,
    );
    for (const tidy of tidying) tidy();
  });

  it('is told as such, loses nothing, leaves nothing half done, and lets work go on', {
    timeout: 900_000,
  }, async () => {
    // One kind of fault for each place, in turn; `npm run bench -- faults` tries every kind at every operation.
    const rounds = firstOfEach(operations).flatMap((at, index) => {
      const fitting = DISK_FAULTS.filter((one) => mayBefall(one, operations[at - 1]));
      const fault = fitting[index % fitting.length];
      return fault ? [{ fault, at, bursts: SHORT }] : [];
    });
    const summary = await diskRounds(temporaryFolder(), rounds, 2);
    expect(summary.wrong).toEqual([]);
    expect(summary.reached).toBe(rounds.length);
    expect(rounds.length).toBeGreaterThan(100);
    const acts = new Set([...summary.refused.keys()].map((one) => one.split(': ')[0]));
    for (const act of ['create', 'add a learner', 'take in', 'mark', 'sign', 'export', 'change the passphrase']) {
      expect(acts, act).toContain(act);
    }
  });

  it('fails while SQLite tidies up during the typing, and nothing is lost', { timeout: 900_000 }, async () => {
    const faults = DISK_FAULTS.filter((one) => ['failing once', 'full from then on'].includes(one.name));
    const rounds = firstCheckpoint(ofLongJob).flatMap((at) => faults.map((fault) => ({ fault, at, bursts: LONG })));
    const summary = await diskRounds(temporaryFolder(), rounds, 2);
    expect(summary.wrong).toEqual([]);
    expect(summary.reached).toBe(rounds.length);
  });

  it('has every file in it before the file gets its final name, and then the name', () => {
    const namings = operations.flatMap((one, at) => (one.before === '' ? [] : [{ ...one, at }]));
    expect(namings.length).toBeGreaterThan(6);
    for (const { path, before, at } of namings) {
      const last = operations.slice(0, at).findLast((one) => one.path === before);
      expect(`${before}: ${last?.name}`).toMatch(/: f(data)?sync$/);
      // Two names in a row may be made durable at once, as at the end of making a workspace.
      const following = operations.slice(at + 1, at + 3);
      expect(following, path).toContainEqual({ name: 'fsync', path: dirname(path), before: '' });
    }
  });
});
