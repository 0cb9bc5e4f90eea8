import { onTestFinished } from 'vitest';
import type { Role } from '../../shared/model/person.ts';
import type { Afterwards } from './temporary-folder.ts';
import { type TemporaryWorkspace, temporaryWorkspace } from './temporary-workspace.ts';
import { DETAILS } from './workspace-details.ts';

/** The workspace of a person of their own, in a folder of its own: another machine. */
export function workspaceOf(
  name: string,
  roles: readonly Role[],
  afterwards: Afterwards = onTestFinished,
): Promise<TemporaryWorkspace> {
  return temporaryWorkspace({ details: { ...DETAILS, person: { name, roles: [...roles] } }, afterwards });
}
