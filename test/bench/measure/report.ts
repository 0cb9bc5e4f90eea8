import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';

/** What one bench found: a table to read, and the figures behind it. */
export type Report = {
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the figures do not say of themselves: how it was measured, and what was left out. */
  readonly notes: readonly string[];
  /** Every figure as measured; kept as JSON. */
  readonly measured: unknown;
};

export type Bench = () => Promise<Report>;

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'bench-output');

/** Prints a bench's table and keeps it, with what the machine was and did meanwhile. */
export function keep(report: Report, began: readonly number[]): void {
  const machine = {
    processors: cpus().map((one) => one.model),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    loadBefore: began,
    loadAfter: loadavg(),
  };
  mkdirSync(FOLDER, { recursive: true });
  const text = JSON.stringify({ at: new Date().toISOString(), machine, ...report }, null, 2);
  writeFileSync(join(FOLDER, `${report.name}.json`), `${text}\n`);
  const load = [began[0] ?? 0, machine.loadAfter[0] ?? 0].map((one) => one.toFixed(1)).join(' to ');
  const lines = [
    '',
    `${report.name}: ${report.title}`,
    ...table([report.head, ...report.rows]),
    ...report.notes.map((note) => `  ${note}`),
    `  Load of the machine meanwhile: ${load} on ${machine.processors.length} processors.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Columns as wide as their widest cell; the first to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => {
    const cells = widths.map((width, at) =>
      at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width),
    );
    return `  ${cells.join('   ')}`.trimEnd();
  });
  const rule = `  ${widths.map((width) => '-'.repeat(width)).join('   ')}`;
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}

/** "met" or "missed", beside an aim. */
export function judged(value: number, aim: { readonly least: number } | { readonly most: number }): string {
  if ('least' in aim) return `at least ${aim.least}: ${value >= aim.least ? 'met' : 'missed'}`;
  return `at most ${aim.most}: ${value <= aim.most ? 'met' : 'missed'}`;
}
