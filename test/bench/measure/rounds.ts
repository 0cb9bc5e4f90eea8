import { readFileSync } from 'node:fs';

/** One of several ways to do the same work. */
export type Contestant = {
  readonly name: string;
  /** Does its share of a round; answers how many pieces of work that was. */
  readonly run: (round: number) => Promise<number> | number;
};

/** Milliseconds for one piece of work, for each round. */
export type Times = { readonly wall: readonly number[]; readonly cpu: readonly number[] };

/**
 * Lets the contestants take turns, another one first in each round, so that whatever else the machine does meets all of
 * them alike. Processor time counts this process and the children that it has waited for.
 */
export async function inRounds(
  rounds: number,
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map(contestants.map(({ name }) => [name, { wall: [] as number[], cpu: [] as number[] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(round + turn) % contestants.length];
      if (!contestant) continue;
      globalThis.gc?.();
      const [wall, cpu] = [performance.now(), processorTime()];
      const pieces = await contestant.run(round);
      const taken = times.get(contestant.name);
      taken?.wall.push((performance.now() - wall) / pieces);
      taken?.cpu.push((processorTime() - cpu) / pieces);
    }
  }
  return times;
}

/** How many times `one` takes what `floor` takes, round by round. */
export function ratios(one: readonly number[], floor: readonly number[]): readonly number[] {
  return one.map((value, round) => value / (floor[round] ?? Number.NaN));
}

/** Milliseconds of processor time so far. Where the system does not tell it of children, they are left out. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + childrensTime();
}

/** Linux tells it in hundredths of a second, in the 16th and 17th field. */
function childrensTime(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
