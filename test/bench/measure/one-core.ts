import { spawnSync } from 'node:child_process';

/** Keeps this process, and the children that it starts meanwhile, on one core. Says how it went, for the notes. */
export async function onOneCore<T>(work: (said: string) => Promise<T>): Promise<T> {
  const before = affinity();
  const last = before?.split(/[,-]/).at(-1);
  if (before === null || last === undefined || !keepOn(last)) {
    return work(
      'Not kept on one core: this system has no taskset. Rates by processor time are for one core all the same.',
    );
  }
  try {
    return await work('Kept on one core throughout, children too.');
  } finally {
    keepOn(before);
  }
}

function affinity(): string | null {
  const asked = spawnSync('taskset', ['-c', '-p', String(process.pid)], { encoding: 'utf8' });
  return asked.status === 0 ? (/: ([\d,-]+)\s*$/.exec(asked.stdout)?.[1] ?? null) : null;
}

function keepOn(cores: string): boolean {
  return spawnSync('taskset', ['-a', '-c', '-p', cores, String(process.pid)]).status === 0;
}
