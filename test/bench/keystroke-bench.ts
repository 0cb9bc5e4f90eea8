import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { SheetView } from '../../shared/api/contract.ts';
import { markSections, openedSheet, PASSING } from '../support/desk.ts';
import { present } from '../support/result.ts';
import { SampleText } from './documents/sample-text.ts';
import { figure, median, percentile, withSpread } from './measure/figures.ts';
import { judged, type Report } from './measure/report.ts';
import { ratios } from './measure/rounds.ts';
import { inTemporaryFolder } from './measure/temporary.ts';
import { type BenchApp, benchApp } from './workspace/bench-app.ts';

const ROUNDS = 5;
/** Edits in a round, each with one more character than the one before. */
const EDITS = 400;
/** What the field holds already when the typing begins. */
const HELD = 200;
const AIM = { most: 2 } as const;

type Desk = BenchApp & { readonly view: SheetView; readonly section: string };
/** Milliseconds of each edit of a round. */
type Round = { readonly ours: readonly number[]; readonly bare: readonly number[] };

/** Typing through the router to a durable commit, against nothing but the commit of the same row in a file of the same kind. */
export async function keystrokeBench(): Promise<Report> {
  return inTemporaryFolder(async (folder) => {
    const ours = await deskIn(join(folder, 'ours'));
    const bare = await deskIn(join(folder, 'bare'));
    const text = new SampleText();
    try {
      await typed(ours, bare, text.take(HELD + EDITS));
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await typed(ours, bare, text.take(HELD + EDITS)));
      return report(rounds);
    } finally {
      ours.app.lock();
      bare.app.lock();
    }
  });
}

/** A sheet under way: marked, with feedback in every section. */
async function deskIn(folder: string): Promise<Desk> {
  const made = await benchApp(folder);
  const view = await openedSheet(made.workspace);
  markSections(made.workspace, view, PASSING);
  return { ...made, view, section: present(view.sections[1]).section };
}

/** The same typing in both, edit by edit in turns, so that both meet the same disk and the same neighbours. */
async function typed(ours: Desk, bare: Desk, words: string): Promise<Round> {
  const { sheet, revision } = ours.view;
  const update = bare.workspace.db.prepare<[string, string, string]>(
    'UPDATE sheet_section SET strengths = ? WHERE sheet_id = ? AND section = ?',
  );
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const edit = async (text: string) => {
    const field = { kind: 'strengths' as const, section: ours.section, text };
    const from = performance.now();
    await ours.ask('sheets.edit', { sheet, revision, field });
    taken.ours.push(performance.now() - from);
  };
  const commit = (text: string) => {
    const from = performance.now();
    update.run(text, bare.view.sheet, bare.section);
    taken.bare.push(performance.now() - from);
  };
  for (let length = HELD; length < HELD + EDITS; length += 1) {
    const text = words.slice(0, length);
    if (length % 2 === 0) {
      await edit(text);
      commit(text);
    } else {
      commit(text);
      await edit(text);
    }
  }
  return taken;
}

function report(rounds: readonly Round[]): Report {
  const medians = { ours: rounds.map((one) => median(one.ours)), bare: rounds.map((one) => median(one.bare)) };
  const late = (times: readonly number[]) => figure(percentile(times, 0.99));
  const over = ratios(medians.ours, medians.bare);
  const overLate = ratios(
    rounds.map((one) => percentile(one.ours, 0.99)),
    rounds.map((one) => percentile(one.bare, 0.99)),
  );
  return {
    name: 'keystroke',
    title: `one typed edit to its durable commit, ${EDITS} edits a round, ${ROUNDS} rounds`,
    head: ['', 'median ms', 'p99 ms', 'ratio of medians', 'ratio of p99', 'aim'],
    rows: [
      [
        'sheets.edit, ours',
        withSpread(medians.ours),
        late(rounds.flatMap((one) => one.ours)),
        withSpread(over),
        withSpread(overLate),
        judged(median(over), AIM),
      ],
      ['one bare UPDATE', withSpread(medians.bare), late(rounds.flatMap((one) => one.bare))],
    ],
    notes: [
      'Ours: router, schema, decision by the rule, section, sheet and field version, one transaction.',
      'Bare: one prepared statement that writes the same text into the same row, in a workspace file of the same kind.',
      `The field grows from ${HELD} to ${HELD + EDITS} characters; both take turns edit by edit.`,
    ],
    measured: { rounds },
  };
}
