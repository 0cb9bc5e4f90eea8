import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../electron/cli/make-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'electron', 'cli', 'main.ts'), ...args],
    { encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...env } },
  );
  return { status: ran.status, said: ran.stderr, printed: ran.stdout };
}

describe('a folder', () => {
  it('is made with those above it, and left empty', () => {
    const folder = join(temporaryFolder(), 'a', 'b', 'c');
    expect(makeFolder(folder)).toBeNull();
    expect(makeFolder(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused in a sentence where a file is in its way', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(makeFolder(file)).toMatch(/^The folder .*file cannot be made or written to \(ENOTDIR\)\./);
    expect(makeFolder(join(file, 'under'))).toContain('(ENOTDIR)');
  });

  it.skipIf(process.platform !== 'linux')('is refused where no folder can be, whoever asks', () => {
    expect(makeFolder('/proc/x/y')).toContain('/proc/x/y cannot be made');
    expect(makeFolder('/proc')).toContain('/proc cannot be made or written to');
  });
});

describe('the command line', () => {
  it.skipIf(process.platform !== 'linux')('answers a folder that may not be written with a sentence, and ends', () => {
    const scenario = join(ROOT, 'seeds', 'demo', 'scenario.json');
    for (const args of [
      ['demo', '/proc/x'],
      ['run', scenario, '--out', '/proc/self/x'],
      ['run', scenario, '--out', join(temporaryFolder(), 'out'), '--workspaces', '/proc/x'],
    ]) {
      const { status, said, printed } = cli(args);
      expect({ status, printed }).toEqual({ status: 1, printed: '' });
      expect(said).toMatch(/^The folder \/proc\/\S+ cannot be made or written to \(E[A-Z]+\)\. .*\n$/);
    }
  });

  it('answers a scenario that is a folder, and a temporary folder that is not there, with a sentence', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'scenario.json'));
    const one = cli(['run', join(folder, 'scenario.json'), '--out', join(folder, 'out')]);
    expect(one.status).toBe(1);
    expect(one.said).toMatch(/^The system refused \(EISDIR.*\n$/);
    const other = cli(['demo', join(folder, 'out')], { TMPDIR: join(folder, 'gone') });
    expect(other.status).toBe(1);
    expect(other.said).toMatch(/^The system refused \(ENOENT .*\n$/);
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});
