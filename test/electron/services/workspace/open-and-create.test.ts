import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/db/connection.ts';
import { readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { addLearner, listLearners } from '../../../../electron/services/learners/learners.ts';
import { createWorkspace } from '../../../../electron/services/workspace/create-workspace.ts';
import { openWorkspace, unlock, workspaceExists } from '../../../../electron/services/workspace/open-workspace.ts';
import { sessionOf } from '../../../../electron/services/workspace/workspace.ts';
import { derivedKey } from '../../../../electron/vault/key-slots.ts';
import { putBytes, readFile } from '../../../../electron/vault/vault.ts';
import { checkChain } from '../../../../shared/rules/audit-chain.ts';
import { filesUnder, filesWith } from '../../../support/files-under.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { answer, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from '../../../support/workspace-details.ts';

const create = (folder: string, details = DETAILS) => createWorkspace(folder, details, heldClock(), CHEAP_COST);
const open = (folder: string, passphrase = PASSPHRASE) => openWorkspace(folder, passphrase, heldClock());

describe('a new workspace', () => {
  it('has its centre, its owner and the day', async () => {
    const made = await temporaryWorkspace();
    const session = sessionOf(made.now());
    expect(session.centre).toMatchObject({ number: '012345', name: 'Fernhollow Training Centre' });
    expect(session.person).toMatchObject({
      name: 'Morgan Vale',
      roles: ['assessor'],
      keys: [{ until: expect.any(String) }],
    });
    expect(session.today).toBe('2026-11-22');
  });

  it('opens again with its passphrase, with all that was in it', async () => {
    const made = await temporaryWorkspace();
    answer(addLearner(made.now(), { name: 'Rhys Jones', registrationNumber: 'ABC123' }));
    const before = sessionOf(made.now());
    const again = await made.reopen();
    expect(sessionOf(again)).toEqual(before);
    expect(listLearners(again, {}).rows).toMatchObject([{ name: 'Rhys Jones' }]);
  });

  it('begins its chain with its own making', async () => {
    const { now } = await temporaryWorkspace();
    const { events, payloads } = readChain(now().db);
    expect(events.map((event) => event.kind)).toEqual(['workspace-created']);
    expect(checkChain(sha256Text, events, payloads)).toBeNull();
  });

  it('shows nothing of itself on disk, open or closed', async () => {
    const made = await temporaryWorkspace();
    answer(addLearner(made.now(), { name: 'Rhys Jones', registrationNumber: 'ABC123' }));
    for (const secret of ['Fernhollow', 'Morgan', 'Rhys', 'ABC123', 'SQLite format', PASSPHRASE]) {
      expect(filesWith(made.folder, secret).filter((name) => name !== 'workspace.lock')).toEqual([]);
    }
    made.now().close();
    for (const secret of ['Fernhollow', 'Morgan', 'Rhys', 'ABC123', 'CREATE TABLE']) {
      expect(filesWith(made.folder, secret)).toEqual([]);
    }
  });

  it('is not made over another', async () => {
    const made = await temporaryWorkspace();
    made.now().close();
    const before = filesUnder(made.folder);
    expect(refusal(await create(made.folder))).toEqual({ code: 'workspace-exists' });
    expect(filesUnder(made.folder)).toEqual(before);
  });

  it.each(['short one', 'a', '          ', 'aaaaaaaaaaaaaaaa', 'abababababab', '😀😀😀😀😀😀😀😀😀'])(
    'is not made with the weak passphrase %j, and leaves no folder behind',
    async (passphrase) => {
      const folder = join(temporaryFolder(), 'workspace');
      expect(refusal(await create(folder, { ...DETAILS, passphrase }))).toEqual({ code: 'weak-passphrase', least: 10 });
      expect(existsSync(folder)).toBe(false);
    },
  );

  it('is made in a folder that holds other things, which stay', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    answer(await create(folder)).close();
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('opening a workspace', () => {
  it.each(['correct horse batter', 'Correct horse battery', 'x'])('refuses the passphrase %j', async (wrong) => {
    const made = await temporaryWorkspace();
    made.now().close();
    expect(refusal(await open(made.folder, wrong))).toEqual({ code: 'wrong-passphrase' });
  });

  it('says that there is none where there is none', async () => {
    const folder = temporaryFolder();
    expect(workspaceExists(folder)).toBe(false);
    expect(refusal(await open(folder))).toEqual({ code: 'workspace-missing' });
    expect(filesUnder(folder).size).toBe(0);
  });
});

/** A closed workspace with a file in its vault, to be damaged. */
async function closedWorkspace() {
  const made = await temporaryWorkspace();
  const { workspace, script } = { workspace: made.now(), script: putBytes(made.now().vault, Buffer.from('words')) };
  workspace.close();
  return { folder: made.folder, script, vault: workspace.vault };
}

describe('a workspace that is damaged', () => {
  it.each<[string, string, (folder: string) => void]>([
    ['whose database is gone', 'database', (folder) => rmSync(join(folder, 'workspace.db'))],
    ['whose database is empty', 'database', (folder) => writeFileSync(join(folder, 'workspace.db'), '')],
    [
      'whose database is noise',
      'database',
      (folder) => writeFileSync(join(folder, 'workspace.db'), Buffer.alloc(8192, 7)),
    ],
    ['whose database is cut short', 'database', (folder) => cut(join(folder, 'workspace.db'), 5000)],
    ['whose slots file is empty', 'key slots', (folder) => writeFileSync(join(folder, 'workspace.json'), '')],
    ['whose slots file is no JSON', 'key slots', (folder) => cut(join(folder, 'workspace.json'), 100)],
    ['whose slots file has no slot', 'key slots', (folder) => editSlots(folder, { slots: [] })],
    ['whose slots file is of another format', 'key slots', (folder) => editSlots(folder, { format: 'other/2' })],
  ])('%s says so, and nothing in it is deleted', async (_what, what, damage) => {
    const { folder, script, vault } = await closedWorkspace();
    damage(folder);
    const before = filesUnder(folder);
    expect(refusal(await open(folder))).toEqual({ code: 'workspace-damaged', what });
    expect(withoutLock(filesUnder(folder))).toEqual(withoutLock(before));
    expect((await readFile(vault, script.sha256)).toString()).toBe('words');
  });

  it('whose database was put in place anew, with the right key but without a schema, says so too', async () => {
    const { folder, script, vault } = await closedWorkspace();
    const { workspace } = answer(await unlock(folder, PASSPHRASE));
    rmSync(join(folder, 'workspace.db'));
    const anew = openDatabase(join(folder, 'workspace.db'), derivedKey(workspace, 'database'));
    anew.exec('CREATE TABLE other (x TEXT) STRICT');
    anew.close();
    expect(refusal(await open(folder))).toEqual({ code: 'workspace-damaged', what: 'database' });
    expect((await readFile(vault, script.sha256)).toString()).toBe('words');
  });

  it('whose slots file is gone is not taken for a new folder', async () => {
    const { folder } = await closedWorkspace();
    rmSync(join(folder, 'workspace.json'));
    const before = filesUnder(folder);
    expect(refusal(await open(folder))).toEqual({ code: 'workspace-damaged', what: 'key slots' });
    expect(refusal(await create(folder))).toEqual({ code: 'workspace-damaged', what: 'key slots' });
    expect(withoutLock(filesUnder(folder))).toEqual(withoutLock(before));
  });

  it('can be tried again once it is mended, by the same process', async () => {
    const { folder } = await closedWorkspace();
    const database = join(folder, 'workspace.db');
    renameSync(database, `${database}.kept`);
    mkdirSync(database);
    await open(folder).catch(() => null);
    rmSync(database, { recursive: true });
    renameSync(`${database}.kept`, database);
    answer(await open(folder)).close();
  });
});

function cut(file: string, length: number): void {
  writeFileSync(file, readFileSync(file).subarray(0, length));
}

function editSlots(folder: string, change: object): void {
  const file = join(folder, 'workspace.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
}

function withoutLock(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...files].filter(([name]) => !name.startsWith('workspace.lock')));
}
