import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterFile, quickFolder } from '../support/temporary-folder.ts';
import { diskRounds, firstCheckpoint, LONG, mayBefall, type Operation, operationsOfJob, SHORT } from './disk-rounds.ts';
import { DISK_FAULTS, whyNoFailingDisk } from './failing-disk.ts';

const why = whyNoFailingDisk();

describe.skipIf(why !== null)(`a disk that fails under the job${why === null ? '' : ` (${why})`}`, () => {
  const afterwards = afterFile();
  let operations: readonly Operation[] = [];
  let ofLongJob: readonly Operation[] = [];

  beforeAll(async () => {
    operations = await operationsOfJob(quickFolder(afterwards), SHORT);
    ofLongJob = await operationsOfJob(quickFolder(afterwards), LONG);
  });

  it('is told as such, loses nothing, leaves nothing half done, and lets work go on', {
    timeout: 900_000,
  }, async () => {
    // Every operation, with the kinds of fault in turn; `npm run bench -- faults` tries every kind at every operation.
    const rounds = operations.flatMap((operation, index) => {
      const fitting = DISK_FAULTS.filter((one) => mayBefall(one, operation));
      const fault = fitting[index % fitting.length];
      return fault ? [{ fault, at: index + 1, bursts: SHORT }] : [];
    });
    const summary = await diskRounds(quickFolder(), rounds, 2);
    expect(summary.wrong).toEqual([]);
    expect(summary.reached).toBe(rounds.length);
    expect(rounds.length).toBeGreaterThan(300);
    const acts = new Set([...summary.refused.keys()].map((one) => one.split(': ')[0]));
    for (const act of ['create', 'add a learner', 'take in', 'mark', 'sign', 'export', 'change the passphrase']) {
      expect(acts, act).toContain(act);
    }
  });

  it('fails while SQLite tidies up during the typing, and nothing is lost', { timeout: 900_000 }, async () => {
    const faults = DISK_FAULTS.filter((one) => ['failing once', 'full from then on'].includes(one.name));
    const rounds = firstCheckpoint(ofLongJob).flatMap((at) => faults.map((fault) => ({ fault, at, bursts: LONG })));
    const summary = await diskRounds(quickFolder(), rounds, 2);
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
