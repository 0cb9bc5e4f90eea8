import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './node-version.ts';

requireNode24();
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that is checked without running the app; each by the tool made for it. */
const CHECKS: readonly { readonly what: string; readonly command: readonly string[] }[] = [
  ...['shared', 'electron', 'renderer', 'test', 'seeds'].map((project) => ({
    what: `types of ${project}`,
    command: ['typescript/bin/tsc', '-p', project],
  })),
  { what: 'lint and format', command: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { what: 'dead code', command: ['knip/bin/knip.js', '--no-progress'] },
  { what: 'layers', command: ['vitest/vitest.mjs', 'run', 'test/architecture', '--reporter=dot'] },
];

let failed = 0;
for (const { what, command } of CHECKS) {
  const [script = '', ...args] = command;
  const ran = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const good = ran.status === 0;
  console.error(`${good ? 'ok    ' : 'FAILED'} ${what}`);
  if (!good) {
    failed += 1;
    console.error(`${ran.stdout}${ran.stderr}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
