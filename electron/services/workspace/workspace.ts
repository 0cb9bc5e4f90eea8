import type { Session } from '../../../shared/api/contract.ts';
import type { Digest, SheetId } from '../../../shared/model/ids.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import type { Centre, Person } from '../../../shared/model/person.ts';
import type { Db } from '../../db/connection.ts';
import { readCentre, readOwner } from '../../db/stores/people-store.ts';
import type { Signing } from '../../db/stores/signing-store.ts';
import type { Vault } from '../../vault/vault.ts';
import type { ChainCheck } from '../audit/chain-check.ts';
import { type Clock, today } from '../clock.ts';
import type { IncomingFiles } from '../submissions/incoming-files.ts';

/** An open workspace: what every service is handed. Never leaves the main side. */
export type Workspace = {
  readonly folder: string;
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly incoming: IncomingFiles;
  /** Packs parsed once; their content never changes under a digest. */
  readonly packs: Map<Digest, Pack>;
  /** Signings that failed and could not be undone either, because the disk failed; see settle-signings.ts. */
  readonly failedSignings: Map<SheetId, Signing>;
  /** Goes through the audit chain in the background, once it is started. */
  readonly chainCheck: ChainCheck;
  readonly close: () => void;
};

/** The centre of an open workspace. */
export function centreOf(workspace: Workspace): Centre {
  const centre = readCentre(workspace.db);
  if (!centre) throw new Error('The workspace has no centre');
  return centre;
}

/** The person whose workspace it is. */
export function ownerOf(workspace: Workspace): Person {
  const owner = readOwner(workspace.db);
  if (!owner) throw new Error('The workspace has no owner');
  return owner;
}

export function sessionOf(workspace: Workspace): Session {
  return { centre: centreOf(workspace), person: ownerOf(workspace), today: today(workspace.clock) };
}
