import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import type { Host } from '../../../../electron/services/application.ts';
import { handlers } from '../../../../electron/services/handlers.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { SheetId } from '../../../../shared/model/ids.ts';
import { openedSheet, PASSING, register, signedSheet } from '../../../support/desk.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryApplication } from '../../../support/temporary-application.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** An app and a folder that was chosen for exports. */
async function exporting(machine: Partial<Host> = {}) {
  const made = await temporaryApplication(machine);
  const folder = temporaryFolder();
  const write = (sheets: readonly SheetId[], formats: readonly ('pdf' | 'docx')[] = ['pdf', 'docx'], task?: string) => {
    const destination = made.app.destinations.issue(folder);
    return handlers['exports.write'](made.app, { sheets: [...sheets], formats: [...formats], destination, task });
  };
  return { ...made, folder, write };
}

const exports = (workspace: Workspace) => {
  const { events, payloads } = readChain(workspace.db);
  return events.filter((event) => event.kind === 'sheet-exported').map((event) => payloads.get(event.id)?.payload);
};

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('exporting signed sheets', () => {
  it("copies the stored bytes under the organisation's form of name", async () => {
    const { now, folder, write } = await exporting();
    const view = await signedSheet(now(), PASSING, register(now(), 'Rhys Jones', 'ABC123'));
    const { files } = answer(await write([view.sheet]));
    const { pdf, docx } = present(view.signed[0]);
    expect(files).toEqual([
      { sheet: view.sheet, format: 'pdf', name: 'R Jones-ABC123-012345-8316-602(1).pdf', ...pdf },
      { sheet: view.sheet, format: 'docx', name: 'R Jones-ABC123-012345-8316-602(1).docx', ...docx },
    ]);
    expect(readdirSync(folder).sort()).toEqual(files.map((file) => file.name).sort());
    for (const file of files) expect(sha256(join(folder, file.name))).toBe(file.sha256);
    expect(exports(now())).toMatchObject([{ sheet: view.sheet, revision: 1, formats: ['pdf', 'docx'] }]);
  });

  it('never overwrites: another file of that name stays, and ours is a copy beside it', async () => {
    const { now, folder, write } = await exporting();
    const view = await signedSheet(now(), PASSING, register(now(), 'Rhys Jones', 'ABC123'));
    const taken = join(folder, 'R Jones-ABC123-012345-8316-602(1).pdf');
    writeFileSync(taken, "somebody's work");
    const { files } = answer(await write([view.sheet], ['pdf']));
    expect(files[0]?.name).toBe('R Jones-ABC123-012345-8316-602(1) copy 2.pdf');
    expect(readFileSync(taken, 'utf8')).toBe("somebody's work");
  });

  it('leaves files alone that were exported before', async () => {
    const { now, folder, write } = await exporting();
    const { sheet } = await signedSheet(now());
    const first = answer(await write([sheet]));
    expect(answer(await write([sheet]))).toEqual(first);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('keeps two learners apart whose names come out the same', async () => {
    const { now, folder, write } = await exporting();
    const one = await signedSheet(now(), PASSING, register(now(), 'Rhys Jones', 'A/1'));
    const two = await signedSheet(now(), PASSING, register(now(), 'Rhian Jones', 'A?1'));
    const { files } = answer(await write([one.sheet, two.sheet], ['pdf']));
    expect(files.map((file) => file.name)).toEqual([
      'R Jones-A_1-012345-8316-602(1).pdf',
      'R Jones-A_1-012345-8316-602(1) copy 2.pdf',
    ]);
    expect(files.map((file) => sha256(join(folder, file.name)))).toEqual(files.map((file) => file.sha256));
  });

  it.each(['../../etc/passwd', 'CON', 'محمد علي', 'Ünï/cödé:"<>|*?', `${'x'.repeat(199)}y`, 'Ξ'.repeat(200)])(
    'gives a file of a learner named %j a name that every system takes',
    async (name) => {
      const { now, folder, write } = await exporting();
      const { sheet } = await signedSheet(now(), PASSING, register(now(), name));
      const { files } = answer(await write([sheet], ['pdf']));
      expect(readdirSync(folder)).toEqual([files[0]?.name]);
    },
  );

  it('writes a sheet once that is asked for twice', async () => {
    const { now, write } = await exporting();
    const { sheet } = await signedSheet(now());
    expect(answer(await write([sheet, sheet], ['pdf', 'pdf'])).files).toHaveLength(1);
  });

  it('is refused whole where one of the sheets is not signed', async () => {
    const { now, folder, write } = await exporting();
    const [signed, draft] = [await signedSheet(now()), await openedSheet(now())];
    expect(refusal(await write([signed.sheet, draft.sheet]))).toEqual({ code: 'nothing-signed' });
    expect(refusal(await write([crypto.randomUUID() as SheetId]))).toEqual({ code: 'nothing-signed' });
    expect(readdirSync(folder)).toEqual([]);
    expect(exports(now())).toEqual([]);
  });

  it('tells how far it is, under the name that its caller gave it', async () => {
    const { now, told, write } = await exporting();
    const { sheet } = await signedSheet(now());
    answer(await write([sheet], ['pdf', 'docx'], 'export-1'));
    const progress = told.filter((event) => event.kind === 'progress');
    expect(progress).toEqual([0, 1, 2].map((done) => ({ kind: 'progress', task: 'export-1', done, total: 2 })));
  });
});

describe('a destination', () => {
  it('is good for one export', async () => {
    const { app, now, folder } = await exporting();
    const { sheet } = await signedSheet(now());
    const destination = app.destinations.issue(folder);
    const write = () => handlers['exports.write'](app, { sheets: [sheet], formats: ['pdf'], destination });
    answer(await write());
    expect(refusal(await write())).toEqual({ code: 'destination-token-unknown' });
  });

  it.each<[string, (folder: string) => void]>([
    ['that has gone', (folder) => rmSync(folder, { recursive: true })],
    [
      'that has become a file',
      (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
  ])('%s is told from one that refuses', async (_what, spoil) => {
    const { now, folder, write } = await exporting();
    const { sheet } = await signedSheet(now());
    spoil(folder);
    expect(refusal(await write([sheet]))).toEqual({ code: 'destination-gone' });
    expect(exports(now())).toEqual([]);
  });

  // Permission bits do not hold back root.
  it.skipIf(process.getuid?.() === 0)('that may only be read refuses', async () => {
    const { now, folder, write } = await exporting();
    const { sheet } = await signedSheet(now());
    chmodSync(folder, 0o500);
    expect(refusal(await write([sheet]))).toEqual({ code: 'destination-refused' });
    chmodSync(folder, 0o700);
  });

  // The system's own folder takes no file from anybody, root included; only Linux has it.
  it.skipIf(process.platform !== 'linux')('that takes no files refuses', async () => {
    const { app, now } = await exporting();
    const { sheet } = await signedSheet(now());
    const destination = app.destinations.issue('/sys');
    const answered = await handlers['exports.write'](app, { sheets: [sheet], formats: ['pdf'], destination });
    expect(refusal(answered)).toEqual({ code: 'destination-refused' });
    expect(exports(now())).toEqual([]);
  });
});

describe('an export that is stopped', () => {
  it('between files leaves those that are written, whole, and records them and no other', async () => {
    const made = await exporting({
      tell: (event) => {
        if (event.kind === 'progress' && event.done === 3) made.app.tasks.cancel(event.task);
      },
    });
    const { now, folder, write } = made;
    const [one, two] = [await signedSheet(now()), await signedSheet(now())];
    expect(refusal(await write([one.sheet, two.sheet], ['pdf', 'docx'], 'export-1'))).toEqual({ code: 'cancelled' });
    const stored = [one, two].flatMap(({ signed }) => [signed[0]?.pdf.sha256, signed[0]?.docx.sha256]).slice(0, 3);
    expect(
      readdirSync(folder)
        .map((name) => sha256(join(folder, name)))
        .sort(),
    ).toEqual(stored.sort());
    expect(exports(now())).toMatchObject([
      { sheet: one.sheet, formats: ['pdf', 'docx'] },
      { sheet: two.sheet, formats: ['pdf'] },
    ]);
  });

  it('does not stop the next one of the same name', async () => {
    const { app, now, write } = await exporting();
    const { sheet } = await signedSheet(now());
    app.tasks.cancel('export-1');
    expect(answer(await write([sheet], ['pdf'], 'export-1')).files).toHaveLength(1);
    app.tasks.cancel('export-1');
    expect(answer(await write([sheet], ['docx'], 'export-1')).files).toHaveLength(1);
  });

  it('by a stored file that was altered writes nothing of it, and records what was written before', async () => {
    const { app, now, folder, write } = await exporting();
    const view = await signedSheet(now());
    const { sha256: docx } = present(view.signed[0]).docx;
    writeFileSync(join(app.folder, 'vault', docx.slice(0, 2), docx), 'altered');
    await expect(write([view.sheet])).rejects.toMatchObject({ sha256: docx });
    expect(readdirSync(folder).map((name) => name.split('.').at(-1))).toEqual(['pdf']);
    expect(exports(now())).toMatchObject([{ formats: ['pdf'] }]);
  });
});
