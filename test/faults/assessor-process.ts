import { createRouter } from '../../electron/ipc/router.ts';
import { createApplication } from '../../electron/services/application.ts';
import { systemClock } from '../../electron/services/clock.ts';
import type { SheetView } from '../../shared/api/contract.ts';

/**
 * An assessor at work, in a process of its own that a test kills: opens the workspace, then types into one sheet after
 * another and signs. Every line it prints was acknowledged first: `saved SHEET FIELD LENGTH`, `signed SHEET DIGEST`.
 */
const [folder = '', passphrase = ''] = process.argv.slice(2);
const app = createApplication({
  folder,
  clock: systemClock,
  cost: { N: 2 ** 10, r: 8, p: 1 },
  host: { tell: () => undefined, openOutside: async () => false },
});
const router = createRouter(app, (_incident, error) => console.error(error));
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function ask<T>(call: string, input: unknown): Promise<T> {
  const reply = await router({ trusted: true }, call, input);
  if (!reply.ok) throw new Error(`${call}: ${reply.error.code}`);
  return reply.value as T;
}

await ask('workspace.open', { passphrase });
say('open');
const queue = await ask<{ rows: { attempt: string; state: string }[] }>('attempts.list', { limit: 1000 });
for (const { attempt } of queue.rows.filter((row) => row.state !== 'signed')) {
  const view = await ask<SheetView>('sheets.open', { attempt });
  if (view.state === 'signed') continue;
  const { sheet, revision } = view;
  const edit = (field: unknown) => ask('sheets.edit', { sheet, revision, field });
  for (const { section } of view.sections) {
    const stored = view.sections.find((one) => one.section === section)?.strengths ?? '';
    for (let length = stored.length + 1; length <= stored.length + 30; length += 1) {
      await edit({ kind: 'strengths', section, text: 'x'.repeat(length) });
      say(`saved ${sheet} ${section} ${length}`);
    }
    await edit({ kind: 'mark', section, typed: '9' });
    say(`marked ${sheet} ${section}`);
  }
  const signed = await ask<SheetView>('sheets.sign', { sheet, revision, passphrase });
  say(`signed ${sheet} ${signed.signed[0]?.digest ?? ''}`);
}
say('done');
app.lock();
