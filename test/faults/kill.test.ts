import { expect, it } from 'vitest';
import { quickFolder } from '../support/temporary-folder.ts';
import { killRounds } from './kill-rounds.ts';

/** Fifty kills in all; `npm run bench -- faults` does a thousand. */
const AT_WORK = 30;
const CREATING = 12;
const CHANGING_PASSPHRASE = 8;

it(`keeps everything that was acknowledged through ${AT_WORK} kills while taking in, marking, signing, exporting, reopening`, {
  timeout: 900_000,
}, async () => {
  const report = await killRounds(quickFolder(), 'work', AT_WORK, 1);
  expect(report.wrong).toEqual([]);
  for (const act of ['learner', 'taken', 'saved', 'marked', 'redone', 'signed', 'exported', 'opened', 'passphrase']) {
    expect(report.acts.get(act) ?? 0, act).toBeGreaterThan(0);
  }
  expect(report.killedAt.size).toBeGreaterThan(4);
});

it(`leaves no workspace or a whole one through ${CREATING} kills while making it`, { timeout: 900_000 }, async () => {
  const report = await killRounds(quickFolder(), 'create', CREATING, 2);
  expect(report.wrong).toEqual([]);
  expect(report.killedAt.get('create') ?? 0).toBeGreaterThan(CREATING / 3);
});

it(`opens with the old or the new passphrase through ${CHANGING_PASSPHRASE} kills while changing it`, {
  timeout: 900_000,
}, async () => {
  const report = await killRounds(quickFolder(), 'passphrase', CHANGING_PASSPHRASE, 3);
  expect(report.wrong).toEqual([]);
  expect(report.killedAt.get('passphrase') ?? 0).toBeGreaterThan(CHANGING_PASSPHRASE / 3);
});
