import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { destinations } from '../../electron/services/exports/destinations.ts';
import { exportCertificate } from '../../electron/services/identity/export-identity.ts';
import { meetKey } from '../../electron/services/register/meet-key.ts';
import { signRegister } from '../../electron/services/register/sign-register.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { RegisterView } from '../../shared/api/contract.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import type { Role } from '../../shared/model/person.ts';
import { type HeldClock, heldClock } from './held-clock.ts';
import { bringIn } from './incoming.ts';
import { answer } from './result.ts';
import { type Afterwards, temporaryFolder } from './temporary-folder.ts';
import { type TemporaryWorkspace, temporaryWorkspace } from './temporary-workspace.ts';
import { DETAILS, PASSPHRASE } from './workspace-details.ts';

/** The workspace of somebody of the same centre, in these roles. */
export function colleague(
  name: string,
  roles: readonly Role[],
  centre: { readonly number: string; readonly name: string } = DETAILS.centre,
  clock: HeldClock = heldClock(),
): Promise<TemporaryWorkspace> {
  return temporaryWorkspace({ details: { ...DETAILS, centre, person: { name, roles: [...roles] } }, clock });
}

/** A folder chosen for what a call writes, and the bytes that lie in it then. */
export function chosenFolder(afterwards?: Afterwards) {
  const folder = temporaryFolder(afterwards);
  const chosen = destinations();
  return {
    folder,
    destinations: chosen,
    token: () => chosen.issue(folder),
    read: (name: string) => readFileSync(join(folder, name)),
  };
}

/** The file that somebody sends to the lead IQA. */
export async function certificateOf(workspace: Workspace): Promise<Buffer> {
  const to = chosenFolder();
  const { name } = answer(await exportCertificate(workspace, to.destinations, to.token()));
  return to.read(name);
}

/** Brings one person's certificate into another's workspace. */
export async function meet(workspace: Workspace, other: Workspace): Promise<RegisterView> {
  return answer(await meetKey(workspace, bringIn(workspace, 'theirs.cer', await certificateOf(other))));
}

type Listed = ParsedInput<'register.sign'>['people'];

/** Everybody whom a workspace knows, as its register screen would list them. */
export function everybody(view: RegisterView): Listed {
  return view.people.map(({ person, name, roles, keys }) => ({
    person,
    name,
    roles: [...roles],
    keys: keys.map(({ fingerprint }) => ({ fingerprint, until: null })),
  }));
}

export async function signEverybody(workspace: Workspace, people: Listed): Promise<RegisterView> {
  return answer(await signRegister(workspace, { passphrase: PASSPHRASE, people }));
}
