import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { answer } from '../support/result.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { changePassphrase, exportSheet, lock, mark, open, scriptOf, sign, takeIn } from './acts.ts';
import { whatIsWrong } from './what-is-wrong.ts';
import { markedSheet, signedSheet, type Workplace, workplaceOn } from './workplace.ts';

type Begin = (workplace: Workplace) => Promise<() => Promise<{ readonly ok: boolean }>>;

const ACTS: readonly { readonly act: string; readonly prepare: Begin }[] = [
  {
    act: 'taking in',
    prepare: async ({ desk, learner }) => {
      const bytes = scriptOf(600_000);
      return () => takeIn(desk, learner, bytes);
    },
  },
  {
    act: 'marking',
    prepare: async (workplace) => {
      const view = await markedSheet(workplace);
      return () => mark(workplace.desk, view, 20);
    },
  },
  {
    act: 'signing',
    prepare: async (workplace) => {
      const { sheet } = await markedSheet(workplace);
      return () => sign(workplace.desk, sheet, workplace.record.passphrase);
    },
  },
  {
    act: 'exporting',
    prepare: async (workplace) => {
      const { sheet } = await signedSheet(workplace);
      return () => exportSheet(workplace.desk, sheet);
    },
  },
  {
    act: 'changing the passphrase',
    prepare: async (workplace) => async () => changePassphrase(workplace.desk, workplace.record.passphrase),
  },
];

it.each(ACTS)(
  'says that the workspace was locked in the middle of $act, and loses nothing by it',
  async ({ prepare }) => {
    const workplace = await workplaceOn(temporaryFolder());
    const { desk, record, place } = workplace;
    const begin = await prepare(workplace);
    for (const patience of [0, 1, 2, 4, 8, 16, 32, 64, 128]) {
      const under = begin();
      await setTimeout(patience);
      await lock(desk);
      // What is under way belongs to the workspace that was closed, also where it is open again before that has ended.
      answer(await open(desk, record.passphrase));
      const result = await under;
      if (!result.ok) expect(result).toEqual({ ok: false, error: { code: 'workspace-locked' } });
      expect(workplace.incidents).toEqual([]);
      if (result.ok) break;
    }
    await lock(desk);
    expect(await whatIsWrong(place, record)).toEqual([]);
  },
);
