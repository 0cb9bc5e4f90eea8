import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildAll } from './build.ts';
import { requireNode24 } from './node-version.ts';
import { CHECKERS, haveSystemPackages } from './system-packages.ts';

requireNode24();
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const countsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

process.exitCode = await everything();

/** Checks, then every test; the last line counts them. */
async function everything(): Promise<number> {
  if (!haveSystemPackages(CHECKERS)) return 1;
  await buildAll(root);
  const checked = node([join(root, 'electron', 'setup', 'check.ts')]);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  const report = join(folder, 'report.json');
  const args = process.argv.slice(2);
  const tested = node([
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const counts = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  if (checked !== 0) console.error('The checks before the tests failed: see above.');
  const { passed, failed, skipped } = counts;
  process.stdout.write(`Tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return checked === 0 && tested === 0 && failed === 0 && passed > 0 ? 0 : 1;
}

function readCounts(report: string): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  try {
    const counts = countsSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    return {
      passed: counts.numPassedTests,
      failed: counts.numFailedTests,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function node(args: readonly string[]): number {
  return spawnSync(process.execPath, [...process.execArgv, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
