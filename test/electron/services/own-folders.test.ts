import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeOwnFolder, sweepLeftFolders } from '../../../electron/services/own-folders.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('removes at the next start what a killed process left, and nothing else', () => {
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = join(temporary, `countersign-${dead}-copies-abc`);
  const others = [join(temporary, 'countersign-notes'), join(temporary, `countersign-${dead}-letters-abc`)];
  for (const folder of [left, ...others]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'script-1.txt'), 'a learner wrote this', { mode: 0o400 });
  }
  const mine = makeOwnFolder('copies');
  sweepLeftFolders();
  expect(existsSync(left)).toBe(false);
  expect([mine, ...others].map((folder) => existsSync(folder))).toEqual([true, true, true]);
  vi.unstubAllEnvs();
});
