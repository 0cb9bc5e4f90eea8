import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DiskRound, diskJob } from './disk-job.ts';
import { diskControl } from './failing-disk.ts';

/** Runs on a failing disk: does the job once for every round that its parent sends, and answers what came of it. */
const { FAILING_DISK_ROOT: root = '', FAILING_DISK_CONTROL: control = '', SOUND_DISK: sound = '' } = process.env;
const disk = diskControl(control, 'r+');
let rounds = 0;

process.on('message', (round: DiskRound) => {
  rounds += 1;
  const failing = join(root, `${rounds}`);
  mkdirSync(failing);
  void diskJob({ failing, sound }, disk, round).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
