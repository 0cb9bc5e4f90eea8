import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { CentreId, KeyId, PersonId } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/person.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { insertCentre, insertKey, insertPerson } from '../../db/stores/people-store.ts';
import { missingCharacters } from '../../exports/fonts/missing-characters.ts';
import { makePassphraseSlot, type ScryptCost, type SlotSecrets, seal } from '../../vault/key-slots.ts';
import type { Clock } from '../clock.ts';
import { newIdentity } from '../identity/new-identity.ts';
import { DATABASE, newDatabase, openWithKey, workspaceExists } from './open-workspace.ts';
import { adoptStagedSlotsFile, stageSlotsFile } from './slots-file.ts';
import type { Workspace } from './workspace.ts';
import { holdWorkspace } from './workspace-lock.ts';

const DEFAULT_ROLES: readonly Role[] = ['assessor'];

/**
 * Makes a workspace: centre, owner, the owner's key and certificate. Slots and database are built beside their final
 * names and take them last, so that a cut leaves either no workspace or a whole one.
 */
export async function createWorkspace(
  folder: string,
  input: ParsedInput<'workspace.create'>,
  clock: Clock,
  cost: ScryptCost,
): Promise<Result<Workspace, AppError>> {
  if (!strongEnough(input.passphrase)) return err({ code: 'weak-passphrase', least: PASSPHRASE_LEAST });
  if (missingCharacters(input.person.name).length > 0) {
    // It stands on every sheet, and nobody could sign one.
    return err({ code: 'invalid-input', place: 'person.name', reason: 'holds a character that no font can print' });
  }
  const taken = takenBy(folder);
  if (taken) return err(taken);
  const secrets: SlotSecrets = { workspace: randomBytes(32), seal: randomBytes(32) };
  const slot = await makePassphraseSlot(randomUUID(), input.passphrase, secrets, cost);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = holdWorkspace(folder);
  if (!release) return err({ code: 'workspace-in-use' });
  try {
    // Asked again now that nobody else can be making one here.
    const meanwhile = takenBy(folder);
    if (meanwhile) return err(meanwhile);
    stageSlotsFile(folder, { format: 'countersign-workspace/1', id: randomUUID(), slots: [slot] });
    const unfinished = join(folder, `${DATABASE}.new`);
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
    await fillDatabase(unfinished, input, secrets, clock);
    renameSync(unfinished, join(folder, DATABASE));
    adoptStagedSlotsFile(folder);
  } finally {
    release();
  }
  return openWithKey(folder, secrets.workspace, clock);
}

/** What keeps a workspace from being made in a folder. */
function takenBy(folder: string): AppError | null {
  if (workspaceExists(folder)) return { code: 'workspace-exists' };
  return existsSync(join(folder, DATABASE)) ? { code: 'workspace-damaged', what: 'key slots' } : null;
}

/** Long enough, and not one character again and again. */
export function strongEnough(passphrase: string): boolean {
  const characters = [...passphrase.normalize('NFKC')];
  return characters.length >= PASSPHRASE_LEAST && new Set(characters).size >= 4;
}

async function fillDatabase(
  file: string,
  input: ParsedInput<'workspace.create'>,
  secrets: SlotSecrets,
  clock: Clock,
): Promise<void> {
  const at = clock.now();
  const centre = { id: randomUUID() as CentreId, ...input.centre };
  const { name, roles = DEFAULT_ROLES } = input.person;
  const person = { id: randomUUID() as PersonId, name, roles };
  const identity = await newIdentity(person, centre.name, at);
  const db = newDatabase(file, secrets.workspace);
  try {
    db.transaction(() => {
      insertCentre(db, centre);
      insertPerson(db, person, centre.id, true);
      insertKey(db, {
        id: randomUUID() as KeyId,
        person: person.id,
        certificate: Buffer.from(identity.certificate),
        fingerprint: identity.fingerprint,
        sealedPrivateKey: seal(secrets.seal, identity.privateKey),
        from: at,
        until: identity.until,
      });
      appendEvent(db, {
        at,
        actor: person.id,
        kind: 'workspace-created',
        payload: { centre, person: { ...person, roles: [...roles] }, fingerprint: identity.fingerprint },
      });
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
