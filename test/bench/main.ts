import { loadavg } from 'node:os';
import { requireNode24 } from '../../electron/setup/node-version.ts';
import { documentsBench } from './documents/documents-bench.ts';
import { keystrokeBench } from './keystroke-bench.ts';
import { type Bench, keep } from './measure/report.ts';

requireNode24();

const BENCHES: Readonly<Record<string, Bench>> = {
  documents: documentsBench,
  keystroke: keystrokeBench,
};

/** `npm run bench [-- NAME ...]`: the named benches, or all of them, one after the other. */
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) {
    process.stderr.write(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}\n`);
    process.exitCode = 2;
    break;
  }
  process.stderr.write(`${name} ...\n`);
  const load = loadavg();
  keep(await bench(), load);
}
