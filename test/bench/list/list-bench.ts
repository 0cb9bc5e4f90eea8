import { join } from 'node:path';
import type { CallName, Input } from '../../../shared/api/inputs.ts';
import { figure, median, percentile, withSpread } from '../measure/figures.ts';
import { judged, type Report } from '../measure/report.ts';
import { inRounds, ratios, type Times } from '../measure/rounds.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { benchApp } from '../workspace/bench-app.ts';
import { fillWith } from '../workspace/many-learners.ts';
import { BARE, prepared } from './bare-lists.ts';

const LEARNERS = 10_000;
const ROUNDS = 15;
/** A list is asked for again and again, for so many milliseconds of a round. */
const ASKED_FOR = 40;
const AIM = { most: 2 } as const;

type Question<C extends CallName = 'learners.list' | 'attempts.list'> = {
  readonly name: string;
  readonly call: C;
  readonly input: Input<C>;
  readonly bare: keyof typeof BARE;
};
const QUESTIONS: readonly Question[] = [
  { name: 'learners, first page', call: 'learners.list', input: { limit: 100 }, bare: 'learners' },
  { name: 'learners found', call: 'learners.list', input: { limit: 100, search: 'Okafor' }, bare: 'learnersFound' },
  { name: 'queue, first page', call: 'attempts.list', input: { limit: 100 }, bare: 'attempts' },
  { name: 'queue, to mark', call: 'attempts.list', input: { limit: 100, state: 'to-mark' }, bare: 'attemptsToMark' },
  { name: 'queue found', call: 'attempts.list', input: { limit: 100, search: 'Okafor' }, bare: 'attemptsFound' },
];

/** Lists and searches through the router, against the bare statements that give the same rows. */
export async function listBench(): Promise<Report> {
  return inTemporaryFolder(async (folder) => {
    const { app, workspace, ask } = await benchApp(join(folder, 'workspace'));
    try {
      fillWith(workspace, LEARNERS);
      const contestants = [];
      for (const { name, call, input, bare } of QUESTIONS) {
        const floor = prepared(workspace.db, BARE[bare]);
        const ids = (await ask(call, input)).rows.map((row) => ('attempt' in row ? row.attempt : row.id));
        const [told, plain] = [{ total: (await ask(call, input)).total, ids }, floor()];
        if (JSON.stringify(told) !== JSON.stringify(plain)) throw new Error(`${name}: not the same rows`);
        contestants.push({ name, run: () => times(() => ask(call, input)) });
        contestants.push({ name: bare, run: () => times(async () => floor()) });
      }
      for (const one of contestants) await one.run();
      return report(await inRounds(ROUNDS, contestants));
    } finally {
      app.lock();
    }
  });
}

async function times(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let asked = 1; ; asked += 1) {
    await ask();
    if (performance.now() - from > ASKED_FOR) return asked;
  }
}

function report(taken: ReadonlyMap<string, Times>): Report {
  const rows = QUESTIONS.map(({ name, bare }) => {
    const [ours, floor] = [taken.get(name)?.wall ?? [], taken.get(bare)?.wall ?? []];
    const over = ratios(ours, floor);
    const middle = median(over);
    const usual = `${figure(middle)} (${figure(percentile(over, 0.25))} to ${figure(percentile(over, 0.75))})`;
    return [name, withSpread(ours), withSpread(floor), usual, judged(middle, AIM)];
  });
  return {
    name: 'list',
    title: `lists over ${LEARNERS} learners with an attempt and a sheet each, ${ROUNDS} rounds`,
    head: ['', 'ours ms', 'bare SQL ms', 'ratio (middle half)', 'aim'],
    rows,
    notes: [
      'Bare: two prepared statements, the page of 100 rows and the count, as plain as the question allows.',
      'Both give the same rows and the same count; the bench refuses to go on where they do not.',
    ],
    measured: { milliseconds: Object.fromEntries(taken) },
  };
}
