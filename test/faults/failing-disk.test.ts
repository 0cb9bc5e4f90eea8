import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type DiskRound, diskRounds, firstOfEach, mayBefall, operationsOfJob } from './disk-rounds.ts';
import { DISK_FAULTS, whyNoFailingDisk } from './failing-disk.ts';

const why = whyNoFailingDisk();

describe.skipIf(why !== null)(`a disk that fails under the job${why === null ? '' : ` (${why})`}`, () => {
  let rounds: readonly DiskRound[] = [];

  beforeAll(async () => {
    const operations = await operationsOfJob(temporaryFolder(afterAll));
    // One kind of fault for each place, in turn; `npm run bench -- faults` tries every kind at every operation.
    rounds = firstOfEach(operations).flatMap((at, index) => {
      const fitting = DISK_FAULTS.filter((one) => mayBefall(one, operations[at - 1]));
      const fault = fitting[index % fitting.length];
      return fault ? [{ fault, at }] : [];
    });
  });

  it('is told as such, loses nothing, leaves nothing half done, and lets work go on', {
    timeout: 300_000,
  }, async () => {
    const summary = await diskRounds(temporaryFolder(), rounds, 2);
    expect(summary.wrong).toEqual([]);
    expect(summary.reached).toBe(rounds.length);
    expect(rounds.length).toBeGreaterThan(100);
    const acts = new Set([...summary.refused.keys()].map((one) => one.split(': ')[0]));
    for (const act of ['create', 'add a learner', 'take in', 'mark', 'sign', 'export', 'change the passphrase']) {
      expect(acts, act).toContain(act);
    }
  });
});
