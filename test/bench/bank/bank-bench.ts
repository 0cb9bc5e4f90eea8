import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankStatement, StatementKind } from '../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../shared/model/ids.ts';
import { type IndexedStatement, indexStatement, searchBank } from '../../../shared/rules/bank-search.ts';
import { SampleText } from '../documents/sample-text.ts';
import { figure, median, percentile, withSpread } from '../measure/figures.ts';
import { judged, type Report } from '../measure/report.ts';
import { inRounds, ratios, type Times } from '../measure/rounds.ts';

const STATEMENTS = 5000;
const LENGTHS = [60, 120, 240];
const PLACES = 40;
const ROUNDS = 15;
/** A search is done again and again, for so many milliseconds of a round. */
const SEARCHED_FOR = 30;
/** Milliseconds that a screen of sixty frames a second shows each for. */
const FRAME = 1000 / 60;
const AIM = { most: 1 } as const;
const NOW = '2026-11-22T09:00:00.000+00:00' as Instant;
const AT = { pack: 'p', assessment: 'a', section: 's', criterion: 'c0' };

/** What is typed, and the kind asked for, as the desk and the bank's own screen do. */
const SEARCHES = [
  { name: 'one letter, which fits most', typed: 't', kind: 'strengths' as const },
  { name: 'the beginning of a word', typed: 'pla', kind: 'strengths' as const },
  { name: 'two words', typed: 'the cost', kind: 'strengths' as const },
  { name: 'both kinds, the whole list', typed: 'e', kind: null },
];
type Search = { readonly typed: string; readonly kind: StatementKind | null };

/** Each key typed at the desk searches the whole bank: against a bare look for the same beginnings in the same folded words. */
export async function bankBench(): Promise<Report> {
  const bank = sampleBank().map(indexStatement);
  const contestants = SEARCHES.flatMap((search) => {
    const counts = { ours: ours(bank, search), bare: bare(bank, search) };
    if (counts.ours !== counts.bare) throw new Error(`${search.name}: ${JSON.stringify(counts)} statements`);
    return [
      { name: search.name, run: () => times(() => ours(bank, search)) },
      { name: `${search.name}, bare`, run: () => times(() => bare(bank, search)) },
    ];
  });
  for (const one of contestants) one.run();
  return report(await inRounds(ROUNDS, contestants));
}

function ours(bank: readonly IndexedStatement[], { typed, kind }: Search): number {
  return searchBank(bank, { typed, kind, at: AT, now: NOW, most: STATEMENTS }).length;
}

function bare(bank: readonly IndexedStatement[], { typed, kind }: Search): number {
  const begun = typed.split(' ').map((word) => ` ${word}`);
  let found = 0;
  for (const { statement, words } of bank) {
    if (kind !== null && statement.kind !== kind) continue;
    if (begun.every((word) => words.includes(word))) found += 1;
  }
  return found;
}

function times(search: () => number): number {
  const from = performance.now();
  for (let done = 1; ; done += 1) {
    search();
    if (performance.now() - from > SEARCHED_FOR) return done;
  }
}

/** Statements of three lengths, spread over places and uses. */
function sampleBank(): readonly BankStatement[] {
  const text = new SampleText();
  return Array.from({ length: STATEMENTS }, (_, at) => ({
    id: String(at) as StatementId,
    kind: at % 2 === 0 ? 'strengths' : 'improvements',
    text: text.take(LENGTHS[at % LENGTHS.length] ?? 0),
    places: at % 5 === 0 ? [] : [{ ...AT, criterion: `c${at % PLACES}` }],
    origin: 'own',
    uses: at % 7,
    lastUsed: at % 7 === 0 ? null : NOW,
  }));
}

function report(taken: ReadonlyMap<string, Times>): Report {
  const rows = SEARCHES.map(({ name }) => {
    const [mine, floor] = [taken.get(name)?.cpu ?? [], taken.get(`${name}, bare`)?.cpu ?? []];
    const over = ratios(mine, floor);
    return [
      name,
      withSpread(mine),
      withSpread(floor),
      withSpread(over),
      figure(median(mine) / FRAME),
      judged(percentile(mine, 0.9) / FRAME, AIM),
    ];
  });
  return {
    name: 'bank',
    title: `a search of ${STATEMENTS} statements, ${ROUNDS} rounds`,
    head: ['', 'ours ms', 'bare scan ms', 'ratio', 'frames', 'frames, nine of ten'],
    rows,
    notes: [
      'Ours: the words typed folded, every statement compared, placed by fit, place and use, and put in order.',
      'Bare: the same beginnings looked for in the same folded words, counted, nothing put in order.',
      'Processor time, so that what else the machine does counts for little.',
      'Both find as many; the bench refuses to go on where they do not.',
    ],
    measured: { milliseconds: Object.fromEntries(taken) },
  };
}
