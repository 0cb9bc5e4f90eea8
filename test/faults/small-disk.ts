import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes in memory, mounted for a test. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes all the room there is but so many bytes. */
  readonly fill: (butFor: number) => void;
  readonly makeRoom: () => void;
  readonly enlarge: (megabytes: number) => void;
  readonly readOnly: (only: boolean) => void;
  /** One file or folder of it that cannot be written any more. */
  readonly protect: (path: string) => void;
  readonly remove: () => void;
};

/** Why no disk can be mounted here, or null. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root to mount a disk';
  const tried = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  try {
    mountSmallDisk(tried, 1).remove();
    return null;
  } catch {
    return 'mounting is refused here';
  } finally {
    rmSync(tried, { recursive: true, force: true });
  }
}

export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  const ballast = join(folder, 'ballast');
  const protectedPaths: string[] = [];
  mkdirSync(folder, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  return {
    folder,
    fill(butFor) {
      rmSync(ballast, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      const room = Math.max(0, bavail * bsize - butFor);
      writeFileSync(ballast, Buffer.alloc(room));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    enlarge: (to) => run('mount', '-o', `remount,size=${to}m`, folder),
    readOnly: (only) => run('mount', '-o', `remount,${only ? 'ro' : 'rw'}`, folder),
    protect(path) {
      run('mount', '--bind', path, path);
      protectedPaths.push(path);
      run('mount', '-o', 'remount,bind,ro', path);
    },
    remove() {
      for (const path of [...protectedPaths, folder]) run('umount', '--lazy', path);
    },
  };
}

function run(command: string, ...args: readonly string[]): void {
  const ran = spawnSync(command, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.error ?? ran.stderr}`);
}
