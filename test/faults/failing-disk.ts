import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/** Why no failing disk can be had here, or null. It is a C library that is loaded before the system's own. */
export function whyNoFailingDisk(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  return spawnSync('gcc', ['--version']).status === 0 ? null : 'needs gcc';
}

/** Builds the library into a folder; its path. */
export function buildFailingDisk(folder: string): string {
  const library = join(folder, 'failing-disk.so');
  const source = join(import.meta.dirname, 'failing-disk.c');
  const built = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source, '-ldl']);
  if (built.status !== 0) throw new Error(`The failing disk is not built: ${built.stderr}`);
  return library;
}

/** What goes wrong: the operation with this number, or it and all that follow. */
export type DiskFault = {
  readonly name: string;
  readonly error: number;
  readonly lasting: boolean;
  /** The first is a write that stores half of its bytes before the disk refuses. */
  readonly half: boolean;
};

const { ENOSPC, EIO, EROFS } = constants.errno;
export const DISK_FAULTS: readonly DiskFault[] = [
  { name: 'full once', error: ENOSPC, lasting: false, half: false },
  { name: 'full from then on', error: ENOSPC, lasting: true, half: false },
  { name: 'failing once', error: EIO, lasting: false, half: false },
  { name: 'failing from then on', error: EIO, lasting: true, half: false },
  { name: 'read-only once', error: EROFS, lasting: false, half: false },
  { name: 'read-only from then on', error: EROFS, lasting: true, half: false },
  { name: 'full after half a write, once', error: ENOSPC, lasting: false, half: true },
  { name: 'full after half a write, from then on', error: ENOSPC, lasting: true, half: true },
];

/** The control block that a failing disk and its test share; the layout is that of failing-disk.c. */
export type DiskControl = {
  /** Counts from zero, and fails at the operation with this number; 0 for never. */
  readonly arm: (fault: DiskFault, at: number) => void;
  /** The disk is sound from now on. */
  readonly mend: () => void;
  readonly count: () => number;
  /** The operation that failed first, as the disk saw it; empty where none did. */
  readonly failed: () => string;
  readonly close: () => void;
};

const BLOCK = 256;
const TEXT_AT = 40;

export function diskControl(file: string, flags: 'r+' | 'w+'): DiskControl {
  const handle = openSync(file, flags);
  if (flags === 'w+') ftruncateSync(handle, BLOCK);
  const write = (values: readonly number[], from: number) => {
    const bytes = Buffer.alloc(values.length * 8);
    for (const [at, value] of values.entries()) bytes.writeBigInt64LE(BigInt(value), at * 8);
    writeSync(handle, bytes, 0, bytes.length, from * 8);
  };
  const read = () => {
    const bytes = Buffer.alloc(BLOCK);
    readSync(handle, bytes, 0, BLOCK, 0);
    return bytes;
  };
  return {
    arm(fault, at) {
      const to = fault.lasting ? Number.MAX_SAFE_INTEGER : at + (fault.half ? 1 : 0);
      writeSync(handle, Buffer.alloc(BLOCK - TEXT_AT), 0, BLOCK - TEXT_AT, TEXT_AT);
      write([0, at, to, fault.error, fault.half ? 1 : 0], 0);
    },
    mend: () => write([0, 0], 1),
    count: () => Number(read().readBigInt64LE(0)),
    failed: () => read().subarray(TEXT_AT).toString('utf8').split('\0')[0] ?? '',
    close: () => closeSync(handle),
  };
}
