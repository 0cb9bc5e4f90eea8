import { readdirSync } from 'node:fs';
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

describe.skipIf(why !== null)(`a disk that is really full${why === null ? '' : ` (${why})`}`, () => {
  it('takes scripts in until there is no room, keeps all that came before, and goes on when there is', async () => {
    const disk = smallDisk(8);
    const workplace = await workplaceOn(disk.folder);
    const { desk, record, place } = workplace;
    const codes: string[] = [];
    for (let script = 0; script < 100 && codes.length < 3; script += 1) {
      const learner = await addLearner(desk);
      const taken = learner.ok ? await takeIn(desk, learner.value, scriptOf(500_000)) : learner;
      if (!taken.ok) codes.push(taken.error.code);
    }
    expect(codes).toEqual(['disk-full', 'disk-full', 'disk-full']);
    expect(record.taken.size).toBeGreaterThan(3);
    expect(await desk.assessor.ask('attempts.list', {})).toMatchObject({ value: { total: record.taken.size } });
    const kept = new Map(record.taken);
    await lock(desk);
    expect(readdirSync(join(place.workspace, 'vault', 'incoming'))).toEqual([]);

    disk.enlarge(32);
    answer(await open(desk, 0));
    answer(await takeIn(desk, answer(await addLearner(desk)), scriptOf(500_000)));
    expect(record.taken.size).toBe(kept.size + 1);
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
    expect(workplace.incidents).toEqual([]);
  });

  it.each([0, 4, 16, 64, 256])('says so to every act with %i KiB left, and loses nothing by it', async (kilobytes) => {
    const disk = smallDisk(8);
    const workplace = await workplaceOn(disk.folder);
    const { desk, record, place } = workplace;
    const view = await markedSheet(workplace);
    const acts = [
      () => addLearner(desk),
      () => mark(desk, view, 5),
      () => sign(desk, view.sheet, record.passphrase),
      () => changePassphrase(desk, record.passphrase),
      () => takeIn(desk, workplace.learner, scriptOf(400_000)),
    ];
    disk.fill(kilobytes * 1024);
    const answers = [];
    for (const act of acts) answers.push(await act());
    const codes = answers.flatMap((one) => (one.ok ? [] : [one.error.code]));
    expect(new Set(codes)).toEqual(new Set(['disk-full']));
    expect(await desk.assessor.ask('sheets.get', { sheet: view.sheet })).toMatchObject({ ok: true });

    disk.makeRoom();
    answer(await addLearner(desk));
    answer(await sign(desk, view.sheet, record.passphrase));
    answer(await exportSheet(desk, view.sheet));
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
    expect(workplace.incidents).toEqual([]);
  });

  it('has no room for a new workspace, and makes it once there is some', async () => {
    const disk = smallDisk(4);
    const incidents: unknown[] = [];
    const assessor = assessorAt(join(disk.folder, 'workspace'), (_incident, error) => incidents.push(error));
    const desk = { assessor, exports: '', say: () => undefined };
    for (const kilobytes of [0, 4, 16, 64, 128, 256]) {
      disk.fill(kilobytes * 1024);
      expect(refusal(await create(desk))).toEqual({ code: 'disk-full' });
    }
    disk.makeRoom();
    const made = await create(desk);
    expect(made.ok || made.error.code === 'workspace-exists').toBe(true);
    if (!made.ok) answer(await open(desk, 0));
    await lock(desk);
    expect(incidents).toEqual([]);
  });

  it('has no room for an export, and leaves nothing there that looks like one', async () => {
    const disk = smallDisk(1);
    const workplace = await workplaceOn(temporaryFolder(), undefined, join(disk.folder, 'exports'));
    const { sheet } = await signedSheet(workplace);
    disk.fill(8 * 1024);
    expect(refusal(await exportSheet(workplace.desk, sheet))).toEqual({ code: 'disk-full' });
    expect(readdirSync(workplace.place.exports)).toEqual([]);
    disk.makeRoom();
    answer(await exportSheet(workplace.desk, sheet));
    await lock(workplace.desk);
    expect(await whatIsWrong(workplace.place, workplace.record)).toEqual([]);
  });
});

function smallDisk(megabytes: number) {
  const disk = mountSmallDisk(join(temporaryFolder(), 'disk'), megabytes);
  onTestFinished(disk.remove);
  return disk;
}
