import { beforeAll, describe, expect, it } from 'vitest';
import { readChain } from '../../../../electron/db/stores/audit-store.ts';
import { openPlaceSignings } from '../../../../electron/db/stores/received-store.ts';
import { renewIdentity } from '../../../../electron/services/identity/renew-identity.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { CheckView } from '../../../../shared/api/contract.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { Role } from '../../../../shared/model/person.ts';
import { openSent, qaMarks, type Sent, sentCheck, sentSheet, signAs } from '../../../support/checking.ts';
import { signedSheet } from '../../../support/desk.ts';
import { workspaceOf } from '../../../support/person-workspace.ts';
import { answer, refusal } from '../../../support/result.ts';
import { afterFile } from '../../../support/temporary-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

let sent: Sent;
let inTraining: Sent;

const afterwards = afterFile();
beforeAll(async () => {
  const assessor = (await workspaceOf('Morgan Vale', ['assessor'], afterwards)).now();
  sent = { ...(await sentSheet(assessor, (await signedSheet(assessor)).sheet)), docx: null };
  const trainee = (await workspaceOf('Toni Reed', ['assessor-in-training'], afterwards)).now();
  inTraining = { ...(await sentSheet(trainee, (await signedSheet(trainee)).sheet)), docx: null };
});

async function openedBy(roles: readonly Role[], file = sent): Promise<{ workspace: Workspace; view: CheckView }> {
  const workspace = (await workspaceOf('Ines Okoro', roles)).now();
  return { workspace, view: answer(await openSent(workspace, file)) };
}

describe('a place', () => {
  it.each<readonly [readonly Role[], string, object]>([
    [['assessor', 'ev'], 'iqa', { code: 'not-your-role', role: 'iqa' }],
    [['iqa', 'lead-iqa'], 'ev', { code: 'not-your-role', role: 'ev' }],
    [['iqa'], 'assessor', { code: 'place-signed', place: 'Assessor signature and date' }],
    [['iqa'], 'nobody', { code: 'place-unknown', place: 'nobody' }],
  ])('of a sheet opened by %j: %s is refused', async (roles, place, error) => {
    const { workspace, view } = await openedBy(roles);
    const before = readChain(workspace.db).events.length;
    expect(refusal(await signAs(workspace, view, place, { marks: qaMarks(view) }))).toEqual(error);
    expect(readChain(workspace.db).events).toHaveLength(before);
    expect(openPlaceSignings(workspace.db)).toEqual([]);
  });

  it('that the IQA signed takes no second signature', async () => {
    const { workspace, view } = await openedBy(['lead-iqa']);
    answer(await signAs(workspace, view, 'iqa', { marks: qaMarks(view) }));
    expect(refusal(await signAs(workspace, view, 'iqa', { marks: qaMarks(view) }))).toMatchObject({
      code: 'place-signed',
    });
  });

  it.each(['iqa', 'ev'] as const)('takes no date before the script was received: %s', async (place) => {
    const { workspace, view } = await openedBy([place]);
    const { dateReceived } = view.sheet.attempt;
    const dated = (date: string) => {
      return { date: date as CivilDate, ...(place === 'iqa' ? { marks: qaMarks(view) } : {}) };
    };
    const before = new Date(Date.parse(dateReceived) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(refusal(await signAs(workspace, view, place, dated(before)))).toMatchObject({
      code: 'invalid-input',
      place: 'date',
    });
    expect(openPlaceSignings(workspace.db)).toEqual([]);
    answer(await signAs(workspace, view, place, dated(dateReceived)));
  });

  it('asks for the passphrase', async () => {
    const { workspace, view } = await openedBy(['iqa']);
    expect(refusal(await signAs(workspace, view, 'iqa', { passphrase: 'not the passphrase' }))).toEqual({
      code: 'wrong-passphrase',
    });
  });
});

describe('nobody checks their own work', () => {
  it.each(['iqa', 'ev', 'countersigner'])('not as %s, whatever the key', async (place) => {
    const both = (
      await workspaceOf('Morgan Vale', ['assessor-in-training', 'countersigning-assessor', 'iqa', 'ev'])
    ).now();
    const own = { ...(await sentSheet(both, (await signedSheet(both)).sheet)), docx: null };
    answer(await renewIdentity(both, { passphrase: PASSPHRASE, roles: ['countersigning-assessor', 'iqa', 'ev'] }));
    const view = answer(await openSent(both, own));
    expect(refusal(await signAs(both, view, place, { marks: qaMarks(view) }))).toEqual({ code: 'own-work' });
  });
});

describe('each signature is another person’s, in the form’s order', () => {
  it('refuses a second place to whoever signed one, with whatever key', async () => {
    const { workspace, view } = await openedBy(['iqa', 'ev']);
    const checked = answer(await signAs(workspace, view, 'iqa', { marks: qaMarks(view) }));
    const refused = { code: 'signed-by-you', place: 'IQA signature' };
    expect(refusal(await signAs(workspace, checked, 'ev'))).toEqual(refused);
    answer(await renewIdentity(workspace, { passphrase: PASSPHRASE, roles: ['ev'] }));
    expect(refusal(await signAs(workspace, checked, 'ev'))).toEqual(refused);
  });

  it('adds nothing before the EV’s signature once it stands', async () => {
    const { workspace: ev, view } = await openedBy(['ev']);
    const verified = answer(await signAs(ev, view, 'ev'));
    const iqa = (await workspaceOf('Noor Haddad', ['iqa'])).now();
    const later = answer(await openSent(iqa, await sentCheck(ev, verified.check)));
    expect(refusal(await signAs(iqa, later, 'iqa', { marks: qaMarks(later) }))).toEqual({
      code: 'place-passed',
      place: 'ILM EV signature',
    });
  });
});

describe('the IQA of a sheet by an assessor in training', () => {
  it('waits for the countersigning assessor, whose signature then stands in the file', async () => {
    const { workspace: iqa, view } = await openedBy(['iqa'], inTraining);
    expect(refusal(await signAs(iqa, view, 'iqa', { marks: qaMarks(view) }))).toEqual({
      code: 'place-waits',
      place: 'Countersigning assessor signature and date',
    });
    const second = await openedBy(['countersigning-assessor'], inTraining);
    const countersigned = answer(await signAs(second.workspace, second.view, 'countersigner'));
    expect(countersigned).toMatchObject({ qa: null, docx: null });
    expect(countersigned.exportName).toMatch(/\(1\) countersigned$/);
    const later = answer(await openSent(iqa, await sentCheck(second.workspace, second.view.check)));
    expect(later.check).toBe(view.check);
    const checked = answer(await signAs(iqa, later, 'iqa', { marks: qaMarks(later) }));
    expect(checked.places.filter((one) => one.signed !== null)).toHaveLength(3);
    expect(checked.exportName).toMatch(/\(1\) checked$/);
  });
});

describe('QA marks', () => {
  it('are asked for in every section', async () => {
    const { workspace, view } = await openedBy(['iqa']);
    const marks = qaMarks(view).slice(0, 2);
    const rest = view.sheet.scheme.sections.slice(2).map((section) => section.id);
    expect(refusal(await signAs(workspace, view, 'iqa', { marks }))).toEqual({
      code: 'marks-incomplete',
      sections: rest,
    });
    expect(refusal(await signAs(workspace, view, 'iqa'))).toMatchObject({ code: 'marks-incomplete' });
  });

  it.each(['-1', '31', '12.5', '1e1'])('refuse %s of 30', async (typed) => {
    const { workspace, view } = await openedBy(['iqa']);
    const marks = qaMarks(view).map((one, at) => (at === 1 ? { ...one, typed } : one));
    expect(refusal(await signAs(workspace, view, 'iqa', { marks }))).toMatchObject({
      code: 'mark-refused',
      available: 30,
    });
  });

  it('decide by the minima of each section, however high the total', async () => {
    const { workspace, view } = await openedBy(['iqa']);
    const checked = answer(await signAs(workspace, view, 'iqa', { marks: qaMarks(view, [4, 30, 30, 30]) }));
    expect(checked.qa?.decision).toMatchObject({
      outcome: 'referral',
      total: 94,
      referred: [{ section: view.sheet.scheme.sections[0]?.id, mark: 4, minimum: 5 }],
    });
  });

  it('are no EV’s to give', async () => {
    const { workspace, view } = await openedBy(['ev']);
    expect(refusal(await signAs(workspace, view, 'ev', { marks: qaMarks(view) }))).toMatchObject({
      code: 'invalid-input',
    });
  });
});
