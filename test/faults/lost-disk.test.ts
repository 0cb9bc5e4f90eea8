import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answer, refusal } from '../support/result.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { addLearner, changePassphrase, create, exportSheet, lock, mark, open, scriptOf, sign, takeIn } from './acts.ts';
import { assessorAt } from './assessor.ts';
import { mountSmallDisk, whyNoSmallDisk } from './small-disk.ts';
import { whatIsWrong } from './what-is-wrong.ts';
import { markedSheet, signedSheet, workplaceOn } from './workplace.ts';

const why = whyNoSmallDisk();

describe.skipIf(why !== null)(`a disk that is read-only${why === null ? '' : ` (${why})`}`, () => {
  it('refuses a workspace, which opens as it was once the disk can be written again', async () => {
    const disk = smallDisk(8);
    const workplace = await workplaceOn(disk.folder);
    const { desk, record, place, incidents } = workplace;
    await signedSheet(workplace);
    await lock(desk);
    disk.readOnly(true);
    expect(await desk.assessor.ask('workspace.status', {})).toMatchObject({ value: { state: 'locked' } });
    expect(refusal(await open(desk, record.passphrase))).toEqual({ code: 'disk-refused' });
    disk.readOnly(false);
    answer(await open(desk, record.passphrase));
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
    expect(incidents).toEqual([]);
  });

  it('refuses a workspace whose database alone cannot be written', async () => {
    const disk = smallDisk(8);
    const { desk, place, record, incidents } = await workplaceOn(disk.folder);
    await lock(desk);
    disk.protect(join(place.workspace, 'workspace.db'));
    expect(refusal(await open(desk, record.passphrase))).toEqual({ code: 'disk-refused' });
    expect(incidents).toEqual([]);
  });

  it('refuses a new workspace', async () => {
    const disk = smallDisk(8);
    disk.readOnly(true);
    const incidents: unknown[] = [];
    const assessor = assessorAt(join(disk.folder, 'new', 'workspace'), (_incident, error) => incidents.push(error));
    const desk = { assessor, exports: '', say: () => undefined };
    expect(refusal(await create(desk))).toEqual({ code: 'disk-refused' });
    disk.readOnly(false);
    answer(await create(desk));
    await lock(desk);
    expect(incidents).toEqual([]);
  });

  it('refuses an export', async () => {
    const disk = smallDisk(8);
    const workplace = await workplaceOn(temporaryFolder(), undefined, join(disk.folder, 'exports'));
    const { sheet } = await signedSheet(workplace);
    disk.readOnly(true);
    expect(refusal(await exportSheet(workplace.desk, sheet))).toEqual({ code: 'destination-refused' });
    disk.readOnly(false);
    answer(await exportSheet(workplace.desk, sheet));
    await lock(workplace.desk);
    expect(await whatIsWrong(workplace.place, workplace.record)).toEqual([]);
  });
});

describe('a folder that is taken away in the middle', () => {
  it('saves nothing into a workspace that is gone, and goes on when it is back', async () => {
    const folder = temporaryFolder();
    const workplace = await workplaceOn(folder);
    const { desk, record, place, incidents } = workplace;
    const view = await markedSheet(workplace);
    renameSync(place.workspace, join(folder, 'elsewhere'));
    const answers = [
      await addLearner(desk),
      await mark(desk, view, 3),
      await takeIn(desk, workplace.learner, scriptOf(300_000)),
    ];
    expect(answers.map((one) => (one.ok ? 'done' : one.error.code))).toEqual([
      'disk-refused',
      'disk-refused',
      'disk-refused',
    ]);
    expect(refusal(await sign(desk, view.sheet, record.passphrase)).code).toBe('workspace-missing');
    expect(refusal(await changePassphrase(desk, record.passphrase)).code).toBe('disk-refused');

    renameSync(join(folder, 'elsewhere'), place.workspace);
    answer(await mark(desk, view, 3));
    answer(await sign(desk, view.sheet, record.passphrase));
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
    expect(incidents).toEqual([]);
  });

  it('locks a workspace that was deleted, and says that there is none', async () => {
    const workplace = await workplaceOn(temporaryFolder());
    const { desk, place, incidents } = workplace;
    rmSync(place.workspace, { recursive: true });
    expect(refusal(await addLearner(desk))).toEqual({ code: 'disk-refused' });
    answer(await lock(desk));
    expect(await desk.assessor.ask('workspace.status', {})).toMatchObject({ value: { state: 'missing' } });
    expect(incidents).toEqual([]);
  });

  it('says that the folder of an export is gone, and records what was let out before', async () => {
    const workplace = await workplaceOn(temporaryFolder(), {
      tell(event) {
        // The first of two files is written: now the stick is pulled out.
        if (event.kind === 'progress' && event.done === 1) renameSync(exports, `${exports}-gone`);
      },
    });
    const { desk, record, place } = workplace;
    const { exports } = place;
    const { sheet } = await signedSheet(workplace);
    const destination = desk.assessor.app.destinations.issue(exports);
    const written = await desk.assessor.ask('exports.write', {
      sheets: [sheet],
      formats: ['pdf', 'docx'],
      destination,
      task: 'export',
    });
    expect(refusal(written)).toEqual({ code: 'destination-gone' });
    expect(readdirSync(`${exports}-gone`)).toHaveLength(1);
    const opened = answer(desk.assessor.app.workspace());
    const formats = opened.db.prepare(
      "SELECT payload ->> 'formats' FROM audit_payload WHERE payload ->> 'formats' <> ''",
    );
    expect(formats.pluck().all()).toEqual(['["pdf"]']);

    mkdirSync(exports);
    answer(await exportSheet(desk, sheet));
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
  });
});

function smallDisk(megabytes: number) {
  const disk = mountSmallDisk(join(temporaryFolder(), 'disk'), megabytes);
  onTestFinished(disk.remove);
  return disk;
}
