import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handlers } from '../../../electron/services/handlers.ts';
import { markSections, openedSheet, PASSING, register, signedSheet, submission } from '../../support/desk.ts';
import { answer, refusal } from '../../support/result.ts';
import { temporaryApplication } from '../../support/temporary-application.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { PASSPHRASE } from '../../support/workspace-details.ts';

const LOCKED = { code: 'workspace-locked' };
const passphrase = PASSPHRASE;

describe('an app whose workspace is locked', () => {
  it('says so to every call that needs it, and opens again with the passphrase alone', async () => {
    const { app, told } = await temporaryApplication();
    answer(await handlers['workspace.lock'](app, {}));
    expect(told.at(-1)).toEqual({ kind: 'locked' });
    expect(answer(await handlers['workspace.status'](app, {}))).toEqual({ state: 'locked' });
    expect(refusal(await handlers['learners.list'](app, {}))).toEqual(LOCKED);
    expect(refusal(await handlers['packs.list'](app, {}))).toEqual(LOCKED);
    expect(refusal(await handlers['workspace.open'](app, { passphrase: 'not it at all' })).code).toBe(
      'wrong-passphrase',
    );
    answer(await handlers['workspace.open'](app, { passphrase }));
    expect(answer(await handlers['workspace.status'](app, {})).state).toBe('open');
  });

  it('is not opened a second time over itself', async () => {
    const { app } = await temporaryApplication();
    expect(refusal(await handlers['workspace.open'](app, { passphrase }))).toEqual({ code: 'workspace-in-use' });
    answer(await handlers['learners.list'](app, {}));
  });
});

describe('work that is under way when the workspace is locked', () => {
  it('is answered by the lock: a script is not taken in', async () => {
    const { app, now } = await temporaryApplication();
    const learner = register(now());
    const taking = handlers['attempts.take-in'](app, submission(now(), learner.id));
    app.lock();
    expect(refusal(await taking)).toEqual(LOCKED);
    answer(await handlers['workspace.open'](app, { passphrase }));
    expect(answer(await handlers['learners.get'](app, { learner: learner.id })).attempts).toEqual([]);
  });

  it('is answered by the lock: a sheet is signed whole or is a draft again', async () => {
    const { app, now } = await temporaryApplication();
    const view = await openedSheet(now());
    markSections(now(), view, PASSING);
    const signing = handlers['sheets.sign'](app, { sheet: view.sheet, revision: 1, passphrase });
    await new Promise((resolve) => setTimeout(resolve, 30));
    app.lock();
    const answered = await signing;
    answer(await handlers['workspace.open'](app, { passphrase }));
    const { state, signed } = answer(await handlers['sheets.get'](app, { sheet: view.sheet }));
    expect([answered.ok ? 'signed' : answered.error.code, state, signed.length]).toEqual(
      state === 'signed' ? [expect.anything(), 'signed', 1] : ['workspace-locked', 'draft', 0],
    );
  });

  it('is answered by the lock: the passphrase stays as it was', async () => {
    const { app } = await temporaryApplication();
    const next = 'another staple entirely';
    const changing = handlers['workspace.change-passphrase'](app, { current: passphrase, next });
    app.lock();
    expect(refusal(await changing)).toEqual(LOCKED);
    answer(await handlers['workspace.open'](app, { passphrase }));
  });

  it('leaves only whole files where an export was going on', async () => {
    const { app, now } = await temporaryApplication();
    const { sheet } = await signedSheet(now());
    const folder = temporaryFolder();
    const destination = app.destinations.issue(folder);
    const exporting = handlers['exports.write'](app, { sheets: [sheet], formats: ['pdf', 'docx'], destination });
    app.lock();
    expect(refusal(await exporting)).toEqual(LOCKED);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
