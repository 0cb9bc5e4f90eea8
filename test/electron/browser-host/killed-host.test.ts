import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { sweepLeftFolders } from '../../../electron/services/own-folders.ts';

const HOST = join(import.meta.dirname, 'host-process.ts');

/** Folders of this test's own are beside the run's folder, not in it: the way to a browser's socket has a longest. */
it.skipIf(process.platform !== 'linux').each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  'leaves after %s nothing in the temporary folder but what the next start sweeps',
  async (signal) => {
    const temporary = mkdtempSync('/tmp/c-');
    vi.stubEnv('TMPDIR', temporary);
    try {
      const host = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', HOST], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let complained = '';
      host.stderr.on('data', (part) => {
        complained += part;
      });
      await once(host.stdout, 'data');
      expect(readdirSync(temporary, { recursive: true, encoding: 'utf8' }).join('\n')).toContain('SingletonSocket');
      host.kill(signal);
      await once(host, 'close');
      expect(complained).toBe('');
      expect(readdirSync(temporary).filter((name) => !/^countersign-\d+-profile-/.test(name))).toEqual([]);
      // The browser ends a little after its host, and may write until then.
      await expect
        .poll(
          () => {
            sweepLeftFolders();
            return readdirSync(temporary);
          },
          { timeout: 15_000, interval: 500 },
        )
        .toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  },
);
