import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { revisionsOf } from '../../../../electron/db/stores/signing-store.ts';
import { parseSignedSheet } from '../../../../electron/services/sign-off/signed-content.ts';
import { createWorkspace } from '../../../../electron/services/workspace/create-workspace.ts';
import { editCentre } from '../../../../electron/services/workspace/edit-centre.ts';
import { sessionOf } from '../../../../electron/services/workspace/workspace.ts';
import { signedSheet } from '../../../support/desk.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { CHEAP_COST, DETAILS } from '../../../support/workspace-details.ts';

const createAs = (folder: string, name: string) =>
  createWorkspace(folder, { ...DETAILS, person: { name } }, heldClock(), CHEAP_COST);

describe("the owner's name", () => {
  it.each(['Zoë Ångström', 'Μαρία Παπαδοπούλου', 'محمد علي', "Siobhán O'Brien-Łukasz", 'x'.repeat(200)])(
    'may be %s',
    async (name) => {
      const workspace = answer(await createAs(join(temporaryFolder(), 'workspace'), name));
      expect(sessionOf(workspace).person.name).toBe(name);
      workspace.close();
    },
  );

  it('is refused at once where no sheet could ever be signed with it, and leaves no folder', async () => {
    const folder = join(temporaryFolder(), 'workspace');
    expect(refusal(await createAs(folder, '山田 太郎'))).toMatchObject({ code: 'invalid-input', place: 'person.name' });
    expect(existsSync(folder)).toBe(false);
  });
});

describe("the centre's name and number", () => {
  it('can be changed, as an act with before and after', async () => {
    const { now } = await temporaryWorkspace();
    const before = sessionOf(now()).centre;
    const session = answer(editCentre(now(), { number: '999999', name: 'Another Centre' }));
    expect(session.centre).toEqual({ id: before.id, number: '999999', name: 'Another Centre' });
    const { events, payloads } = readChain(now().db);
    const last = present(events.at(-1));
    expect(last.kind).toBe('centre-edited');
    expect(payloads.get(last.id)?.payload).toEqual({ before, after: session.centre });
  });

  it('stay on a signed sheet as they were', async () => {
    const { now } = await temporaryWorkspace();
    const view = await signedSheet(now());
    answer(editCentre(now(), { number: '999999', name: 'Another Centre' }));
    const { content } = present(revisionsOf(now().db, view.sheet)[0]);
    expect(parseSignedSheet(content).centre).toMatchObject({ number: '012345', name: 'Fernhollow Training Centre' });
  });
});
