import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { isSamePerson } from '../register/same-person.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/** Whether the person here marked the sheet, with whatever key. */
export function isOwnWork(workspace: Workspace, { assessor: { person, fingerprint } }: SignedSheet): boolean {
  return isSamePerson(workspace, { person: ownerOf(workspace).id, fingerprint: null }, { person, fingerprint });
}

/** The same, asked once for each assessor. */
export function ownWorkOf(workspace: Workspace): (sheet: SignedSheet) => boolean {
  const known = new Map<string, boolean>();
  return (sheet) => {
    const who = `${sheet.assessor.person} ${sheet.assessor.fingerprint}`;
    const own = known.get(who) ?? isOwnWork(workspace, sheet);
    known.set(who, own);
    return own;
  };
}
