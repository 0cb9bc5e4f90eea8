import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditHead, readChain } from '../../../../electron/db/stores/audit-store.ts';
import { signingKeyOf } from '../../../../electron/db/stores/people-store.ts';
import { addLearner, listLearners } from '../../../../electron/services/learners/learners.ts';
import { changePassphrase } from '../../../../electron/services/workspace/change-passphrase.ts';
import { openWorkspace, unlock } from '../../../../electron/services/workspace/open-workspace.ts';
import { readSlotsFile, stageSlotsFile } from '../../../../electron/services/workspace/slots-file.ts';
import { ownerOf } from '../../../../electron/services/workspace/workspace.ts';
import { unseal } from '../../../../electron/vault/key-slots.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { CHEAP_COST, PASSPHRASE } from '../../../support/workspace-details.ts';

const NEXT = 'another staple entirely';
const open = (folder: string, passphrase: string) => openWorkspace(folder, passphrase, heldClock());

describe('changing the passphrase', () => {
  it('has the old one refused and the new one open the same data', async () => {
    const made = await temporaryWorkspace();
    answer(addLearner(made.now(), { name: 'Rhys Jones', registrationNumber: 'ABC123' }));
    expect(await changePassphrase(made.now(), PASSPHRASE, NEXT, CHEAP_COST)).toEqual({ ok: true, value: null });
    made.now().close();
    expect(refusal(await open(made.folder, PASSPHRASE))).toEqual({ code: 'wrong-passphrase' });
    const again = answer(await open(made.folder, NEXT));
    expect(listLearners(again, {}).rows).toMatchObject([{ name: 'Rhys Jones' }]);
    again.close();
  });

  it('leaves the signing key one that the new passphrase opens', async () => {
    const { folder, now } = await temporaryWorkspace();
    const sealed = () => present(signingKeyOf(now().db, ownerOf(now()).id)?.sealedPrivateKey);
    const before = unseal(answer(await unlock(folder, PASSPHRASE)).seal, sealed());
    answer(await changePassphrase(now(), PASSPHRASE, NEXT, CHEAP_COST));
    const after = unseal(answer(await unlock(folder, NEXT)).seal, sealed());
    expect(present(after)).toEqual(present(before));
  });

  it('is an act of the chain, and says no passphrase in it', async () => {
    const { now } = await temporaryWorkspace();
    answer(await changePassphrase(now(), PASSPHRASE, NEXT, CHEAP_COST));
    const { events, payloads } = readChain(now().db);
    expect(events.at(-1)?.kind).toBe('passphrase-changed');
    expect(JSON.stringify([...payloads])).not.toContain(NEXT);
  });

  it.each([
    { what: 'the current one is wrong', current: 'not the passphrase', next: NEXT, code: 'wrong-passphrase' },
    { what: 'the next one is weak', current: PASSPHRASE, next: 'too short', code: 'weak-passphrase' },
  ])('changes nothing where $what', async ({ current, next, code }) => {
    const { folder, now } = await temporaryWorkspace();
    const [file, head] = [readFileSync(join(folder, 'workspace.json')), auditHead(now().db)];
    expect(refusal(await changePassphrase(now(), current, next, CHEAP_COST))).toMatchObject({ code });
    expect(readFileSync(join(folder, 'workspace.json'))).toEqual(file);
    expect(auditHead(now().db)).toEqual(head);
    answer(await unlock(folder, PASSPHRASE));
  });

  it('keeps the old passphrase where the act cannot be recorded', async () => {
    const { folder, now } = await temporaryWorkspace();
    const changing = changePassphrase(now(), PASSPHRASE, NEXT, CHEAP_COST);
    now().close();
    await expect(changing).rejects.toThrow();
    answer(await unlock(folder, PASSPHRASE));
    expect(existsSync(join(folder, 'workspace.json.new'))).toBe(false);
  });

  it('may be cut after the new slots were written beside the old ones: the old passphrase opens', async () => {
    const made = await temporaryWorkspace();
    const slots = present(readSlotsFile(made.folder));
    stageSlotsFile(made.folder, { ...slots, slots: slots.slots.map((slot) => ({ ...slot, id: 'renewed' })) });
    await made.reopen();
    expect(readSlotsFile(made.folder)).toEqual(slots);
  });
});
