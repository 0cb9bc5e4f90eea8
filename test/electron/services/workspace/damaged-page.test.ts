import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRouter } from '../../../../electron/ipc/router.ts';
import { createApplication } from '../../../../electron/services/application.ts';
import { systemClock } from '../../../../electron/services/clock.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const PASSPHRASE = 'a long enough passphrase';

it('a workspace with a damaged page is refused alike every time, and gives nothing away in between', async () => {
  const folder = temporaryFolder();
  const app = createApplication({
    folder,
    clock: systemClock,
    cost: { N: 2 ** 10, r: 8, p: 1 },
    host: { tell: () => undefined, openOutside: async () => false },
  });
  const ask = createRouter(app, (_incident, error) => {
    throw error;
  });
  const call = (name: string, input: unknown) => ask({ trusted: true }, name, input);
  const person = { name: 'Asha Ray (demo)' };
  const centre = { number: '1', name: 'Damaged Centre (demo)' };
  expect(await call('workspace.create', { passphrase: PASSPHRASE, centre, person })).toMatchObject({ ok: true });
  await call('workspace.lock', {});
  overwrite(join(folder, 'workspace.db'), 4096);

  for (let attempt = 0; attempt < 2; attempt += 1) {
    const opened = await call('workspace.open', { passphrase: PASSPHRASE });
    expect(opened).toMatchObject({ ok: false, error: { code: 'workspace-damaged' } });
    expect(await call('learners.list', {})).toEqual({ ok: false, error: { code: 'workspace-locked' } });
  }
});

/** Every page from the second on: whichever of them the start reads last. */
function overwrite(file: string, from: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - from, 0x5a), 0, undefined, from);
  closeSync(handle);
}
