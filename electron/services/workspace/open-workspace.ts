import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { backupBeforeMigration } from '../../backups/backup-before-migration.ts';
import { DatabaseRefused, type Db, openDatabase, refusal } from '../../db/connection.ts';
import { CURRENT_VERSION, FutureDatabase, migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { referencedFiles } from '../../db/stores/attempt-store.ts';
import { derivedKey, openPassphraseSlot, type SlotSecrets } from '../../vault/key-slots.ts';
import { tidyVault } from '../../vault/set-aside.ts';
import { openVault, type Vault } from '../../vault/vault.ts';
import { chainCheck } from '../audit/chain-check.ts';
import { settleBank } from '../bank/starter.ts';
import { settlePlaceSignings } from '../checks/settle-places.ts';
import type { Clock } from '../clock.ts';
import { addBuiltInPacks } from '../packs/built-in-packs.ts';
import { settleSignings } from '../sign-off/settle-signings.ts';
import { incomingFiles } from '../submissions/incoming-files.ts';
import { noticeSlots } from './notice-slots.ts';
import {
  adoptStagedSlotsFile,
  hasSlotsFile,
  hasStagedSlotsFile,
  readSlotsFile,
  removeOtherSlots,
} from './slots-file.ts';
import type { Workspace } from './workspace.ts';
import { holdWorkspace } from './workspace-lock.ts';

export const DATABASE = 'workspace.db';

/** True where a folder holds a workspace. A creation that was cut between its last two steps is finished here. */
export function workspaceExists(folder: string): boolean {
  if (!hasSlotsFile(folder) && hasStagedSlotsFile(folder) && existsSync(join(folder, DATABASE))) {
    adoptStagedSlotsFile(folder);
  }
  return hasSlotsFile(folder);
}

/** True where a database lies without the file that opens it: a workspace that lost a part, not a place for a new one. */
export function lacksSlots(folder: string): boolean {
  return !hasSlotsFile(folder) && existsSync(join(folder, DATABASE));
}

/** Opens a workspace with its passphrase: one process at a time, schema brought up, unfinished signings settled. */
export async function openWorkspace(
  folder: string,
  passphrase: string,
  clock: Clock,
): Promise<Result<Workspace, AppError>> {
  const secrets = await unlock(folder, passphrase);
  if (!secrets.ok) return secrets;
  return openWithKey(folder, secrets.value.workspace, clock);
}

/** Both secrets of the slot that a passphrase opens. */
export async function unlock(folder: string, passphrase: string): Promise<Result<SlotSecrets, AppError>> {
  if (!workspaceExists(folder)) {
    return err(lacksSlots(folder) ? { code: 'workspace-damaged', what: 'key slots' } : { code: 'workspace-missing' });
  }
  const file = readSlotsFile(folder);
  if (!file) return err({ code: 'workspace-damaged', what: 'key slots' });
  for (const slot of file.slots) {
    const secrets = await openPassphraseSlot(slot, passphrase);
    if (secrets) return ok(secrets);
  }
  return err({ code: 'wrong-passphrase' });
}

/** Opens a workspace with its key, at the end of creating or unlocking it. What fails on the way lets go of it again. */
export function openWithKey(folder: string, workspaceKey: Buffer, clock: Clock): Result<Workspace, AppError> {
  const release = holdWorkspace(folder);
  if (!release) return err({ code: 'workspace-in-use' });
  let db: Db | null = null;
  try {
    db = openCurrent(folder, derivedKey(workspaceKey, 'database'));
    const vault = openVault(join(folder, 'vault'), derivedKey(workspaceKey, 'vault'));
    return ok(settled(folder, db, vault, clock, release));
  } catch (error) {
    db?.close();
    release();
    return refused(error);
  }
}

/** The workspace, once what an earlier run left unfinished is finished or undone. */
function settled(folder: string, db: Db, vault: Vault, clock: Clock, release: () => void): Workspace {
  const workspace: Workspace = {
    folder,
    db,
    vault,
    clock,
    incoming: incomingFiles(vault),
    packs: new Map(),
    failedSignings: new Map(),
    chainCheck: chainCheck(db),
    close() {
      workspace.incoming.abandonAll();
      db.close();
      release();
    },
  };
  removeOtherSlots(folder);
  noticeSlots(workspace);
  tidyVault(vault, referencedFiles(db), Date.parse(clock.now()));
  settleSignings(workspace);
  settlePlaceSignings(workspace);
  addBuiltInPacks(workspace);
  settleBank(workspace);
  return workspace;
}

/** Creates the folder's database under a temporary name's final place; see create-workspace.ts for the order. */
export function newDatabase(file: string, workspaceKey: Buffer): Db {
  mkdirSync(join(file, '..'), { recursive: true });
  const db = openDatabase(file, derivedKey(workspaceKey, 'database'));
  try {
    migrate(db, () => undefined);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The database with its schema brought up. Creating a workspace gives it a schema, so a file without one is damaged:
 * taken for a new one, it would name no file of the vault, and all of them would be tidied away.
 */
function openCurrent(folder: string, key: Buffer): Db {
  const file = join(folder, DATABASE);
  if (!existsSync(file) || statSync(file).size === 0) throw new DatabaseRefused('wrong-key-or-damaged');
  const db = openDatabase(file, key);
  try {
    if (schemaVersion(db) === 0) throw new DatabaseRefused('wrong-key-or-damaged');
    migrate(db, (from) => {
      backupBeforeMigration(db, key, folder, `schema-${from}-${randomUUID()}.db`);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function refused(error: unknown): Result<never, AppError> {
  const fault = refusal(error);
  if (fault instanceof FutureDatabase) {
    return err({ code: 'workspace-from-the-future', found: fault.found, known: CURRENT_VERSION });
  }
  if (fault instanceof DatabaseRefused) {
    return err(
      fault.reason === 'busy' ? { code: 'workspace-in-use' } : { code: 'workspace-damaged', what: 'database' },
    );
  }
  throw error;
}
