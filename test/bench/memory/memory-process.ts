import { readFileSync } from 'node:fs';
import { DETAILS } from '../../support/workspace-details.ts';
import { benchApp } from '../workspace/bench-app.ts';

/** The main side at work in a process of its own, without a window: says its memory after each kind of work, in bytes. */
const [folder = ''] = process.argv.slice(2);
const measured: { what: string; resident: number }[] = [];
const note = (what: string) => measured.push({ what, resident: process.memoryUsage.rss() });

note('sources loaded');
const { app, ask } = await benchApp(folder);
note('workspace open');

const queue = await ask('attempts.list', { limit: 100 });
for (let offset = queue.rows.length; offset < queue.total; offset += 1000) {
  await ask('attempts.list', { limit: 1000, offset });
}
for (let offset = 0; offset < queue.total; offset += 1000) await ask('learners.list', { limit: 1000, offset });
for (const search of ['Okafor', 'N1099', 'zolc']) {
  await ask('attempts.list', { search, limit: 100 });
  await ask('learners.list', { search, limit: 100 });
}
note('all listed, and searched');

const open = (await ask('attempts.list', { state: 'in-progress', limit: 200 })).rows;
const sheets = [];
for (const { attempt } of open) sheets.push(await ask('sheets.open', { attempt }));
note(`${open.length} sheets opened`);

for (const { sheet, revision, sections } of sheets) {
  const section = sections.at(-1)?.section ?? '';
  for (let length = 100; length < 1000; length += 90) {
    const text = 'A plan with aims, dates and persons. '.repeat(40).slice(0, length);
    await ask('sheets.edit', { sheet, revision, field: { kind: 'strengths', section, text } });
  }
  await ask('sheets.rehearse', { sheet });
}
note('each edited ten times and rehearsed');
const most = peak();

const whole = sheets.find((one) => one.sections.every(({ mark }) => mark !== null));
if (!whole) throw new Error('No sheet is marked in every section');
const acknowledged = [...(await ask('sheets.rehearse', { sheet: whole.sheet })).warnings];
await ask('sheets.sign', {
  sheet: whole.sheet,
  revision: whole.revision,
  passphrase: DETAILS.passphrase,
  acknowledged,
});
note('one signed, with its PDF and DOCX');

app.lock();
process.stdout.write(JSON.stringify({ measured, peak: most }));

/** The most that was ever resident; where the system does not tell, the most that was seen. */
function peak(): number {
  if (process.platform !== 'linux') return Math.max(...measured.map((one) => one.resident));
  const told = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'));
  return Number(told?.[1] ?? 0) * 1024;
}
