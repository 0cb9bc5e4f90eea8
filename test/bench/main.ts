import { loadavg } from 'node:os';
import { requireNode24 } from '../../electron/setup/node-version.ts';
import { bankBench } from './bank/bank-bench.ts';
import { documentsBench } from './documents/documents-bench.ts';
import { evidenceBench } from './evidence/evidence-bench.ts';
import { faultsBench } from './faults.ts';
import { keystrokeBench } from './keystroke-bench.ts';
import { listBench } from './list/list-bench.ts';
import { type Bench, keep } from './measure/report.ts';
import { memoryBench } from './memory/memory-bench.ts';
import { scriptBench } from './script/script-bench.ts';
import { startBench } from './start/start-bench.ts';

requireNode24();

const BENCHES: Readonly<Record<string, Bench>> = {
  bank: bankBench,
  documents: documentsBench,
  evidence: evidenceBench,
  keystroke: keystrokeBench,
  list: listBench,
  memory: memoryBench,
  start: startBench,
  script: scriptBench,
};

/**
 * `npm run bench [-- NAME ...]`: the named benches, or all of them, one after the other. `-- faults [KILLS]` is only done
 * by name: it takes half an hour, and counts instead of measuring.
 */
const asked = process.argv.slice(2);
if (asked[0] === 'faults') await run('faults', () => faultsBench(asked.slice(1)));
else await measure(asked.length > 0 ? asked : Object.keys(BENCHES));

async function measure(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !BENCHES[name]);
  if (unknown.length > 0) {
    const known = [...Object.keys(BENCHES), 'faults'].join(', ');
    process.stderr.write(`There is no bench "${unknown.join(', ')}". There are: ${known}\n`);
    process.exitCode = 2;
    return;
  }
  for (const name of names) {
    const bench = BENCHES[name];
    if (bench) await run(name, bench);
  }
}

async function run(name: string, bench: Bench): Promise<void> {
  process.stderr.write(`${name} ...\n`);
  const load = loadavg();
  keep(await bench(), load);
}
