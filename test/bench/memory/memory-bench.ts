import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median, withSpread } from '../measure/figures.ts';
import { judged, type Report } from '../measure/report.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { benchApp } from '../workspace/bench-app.ts';
import { fillWith } from '../workspace/many-learners.ts';

const LEARNERS = 10_000;
const ROUNDS = 3;
const MEGABYTE = 1_000_000;
const AIM = { most: 200 } as const;

type Run = {
  readonly measured: readonly { readonly what: string; readonly resident: number }[];
  readonly peak: number;
};

/** Memory of the main side alone over a large workspace, beside a Node that does nothing. */
export async function memoryBench(): Promise<Report> {
  return inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'workspace');
    const { app, workspace } = await benchApp(folder);
    fillWith(workspace, LEARNERS);
    app.lock();
    const bare: number[] = [];
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(Number(ran('--eval', 'process.stdout.write(String(process.memoryUsage.rss()))')));
      runs.push(JSON.parse(ran(join(import.meta.dirname, 'memory-process.ts'), folder)));
    }
    return report(bare, runs);
  });
}

function ran(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { encoding: 'utf8' });
}

function report(bare: readonly number[], runs: readonly Run[]): Report {
  const megabytes = (bytes: readonly number[]) => bytes.map((one) => one / MEGABYTE);
  const peaks = megabytes(runs.map((run) => run.peak));
  const stages = (runs[0]?.measured ?? []).map(({ what }, at) => {
    const resident = runs.flatMap((run) => run.measured[at]?.resident ?? []);
    return [what, withSpread(megabytes(resident)), ''];
  });
  return {
    name: 'memory',
    title: `resident memory of the main side without a window, ${LEARNERS} learners, ${ROUNDS} runs`,
    head: ['after', 'MB', 'aim'],
    rows: [
      ['Node alone', withSpread(megabytes(bare)), ''],
      ...stages,
      ['the most before signing', withSpread(peaks), judged(median(peaks), AIM)],
    ],
    notes: ['Each run is a process of its own over the same workspace; every list is read to its end.'],
    measured: { bare, runs },
  };
}
