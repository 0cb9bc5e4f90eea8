import { describe, expect, it } from 'vitest';
import { signingKeyOf } from '../../../../electron/db/stores/people-store.ts';
import { renewIdentity } from '../../../../electron/services/identity/renew-identity.ts';
import { viewRegister } from '../../../../electron/services/register/register-view.ts';
import { isSamePerson } from '../../../../electron/services/register/same-person.ts';
import { type HeldKey, noteKey, trustOf } from '../../../../electron/services/register/trust.ts';
import { ownerOf, type Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import { certificateOf, colleague, everybody, meet, signEverybody } from '../../../support/people.ts';
import { answer, present } from '../../../support/result.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

const LEAD = ['lead-iqa', 'iqa'] as const;

function keyOf(workspace: Workspace): HeldKey {
  const owner = ownerOf(workspace);
  const { fingerprint } = present(signingKeyOf(workspace.db, owner.id));
  return { fingerprint, name: owner.name, person: owner.id };
}

describe('what is known of a key', () => {
  it('is nothing at its first sight, and since when it was seen from then on', async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa'])];
    const key = keyOf(other.now());
    expect(trustOf(here.now(), key)).toEqual({ kind: 'unknown' });
    expect(noteKey(here.now(), await certificateOf(other.now()))).toMatchObject(key);
    here.clock.advance(60_000);
    noteKey(here.now(), await certificateOf(other.now()));
    expect(trustOf(here.now(), key)).toEqual({ kind: 'seen', since: '2026-11-22T09:00:00.000+00:00' });
    const met = here.now().db.prepare(`SELECT kind FROM audit_event WHERE kind = 'key-met'`).all();
    expect(met).toHaveLength(1);
  });

  it("is that it is one's own, also once it was renewed", async () => {
    const { now } = await colleague('Lena Ortiz', LEAD);
    const key = keyOf(now());
    answer(await renewIdentity(now(), { passphrase: PASSPHRASE, roles: [...LEAD] }));
    expect(trustOf(now(), key)).toEqual({ kind: 'own' });
    expect(noteKey(now(), await certificateOf(now()))).toMatchObject(keyOf(now()));
    expect(now().db.prepare('SELECT fingerprint FROM known_key').all()).toEqual([]);
  });

  it('is a known name with a new key, however often it is seen and however the name is written', async () => {
    const here = await colleague('Lena Ortiz', LEAD);
    const first = await colleague('Zoë Wren', ['iqa']);
    const second = await colleague('ZOE  WREN', ['iqa']);
    await meet(here.now(), first.now());
    const [known, key] = [keyOf(first.now()), keyOf(second.now())];
    const suspect = { kind: 'name-with-new-key', name: 'ZOE  WREN', known: known.fingerprint };
    expect(trustOf(here.now(), key)).toEqual(suspect);
    await meet(here.now(), second.now());
    expect(trustOf(here.now(), key)).toEqual(suspect);
    expect(trustOf(here.now(), known)).toMatchObject({ kind: 'seen' });
  });

  it('is the same for a renewed key of a known person, under whatever name', async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa'])];
    await meet(here.now(), other.now());
    const known = keyOf(other.now());
    answer(await renewIdentity(other.now(), { passphrase: PASSPHRASE, roles: ['iqa'] }));
    const key = { ...keyOf(other.now()), name: 'Ada Wren-Hale' };
    const suspect = { kind: 'name-with-new-key', name: 'Ada Wren-Hale', known: known.fingerprint };
    expect(trustOf(here.now(), key)).toEqual(suspect);
  });

  it("is suspect where somebody else carries the owner's name", async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('lena ortiz', ['iqa'])];
    const known = keyOf(here.now()).fingerprint;
    expect(trustOf(here.now(), keyOf(other.now()))).toMatchObject({ kind: 'name-with-new-key', known });
  });

  it('is what the register says, before anything that was seen, with the end of a key', async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa'])];
    const view = await meet(here.now(), other.now());
    const old = keyOf(other.now());
    answer(await renewIdentity(other.now(), { passphrase: PASSPHRASE, roles: ['iqa'] }));
    await meet(here.now(), other.now());
    const [own, theirs] = everybody(view);
    const keys = [
      { fingerprint: old.fingerprint, until: '2026-11-22T10:00:00+01:00' as Instant },
      { fingerprint: keyOf(other.now()).fingerprint, until: null },
    ];
    await signEverybody(here.now(), [present(own), { ...present(theirs), name: 'Ada Wren MCMI', keys }]);
    const listed = { kind: 'register', person: old.person, name: 'Ada Wren MCMI', roles: ['iqa'], edition: 1 };
    expect(trustOf(here.now(), old)).toEqual({ ...listed, until: '2026-11-22T09:00:00.000+00:00' });
    expect(trustOf(here.now(), keyOf(other.now()))).toEqual({ ...listed, until: null });
    // Another key in that name is suspect, whichever was seen first.
    const forger = await colleague('ada wren mcmi', ['iqa']);
    const newest = keyOf(other.now()).fingerprint;
    expect(trustOf(here.now(), keyOf(forger.now()))).toMatchObject({ kind: 'name-with-new-key', known: newest });
  });

  it('shows a key that the register lacks beside the others of its person', async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa'])];
    await signEverybody(here.now(), everybody(await meet(here.now(), other.now())));
    answer(await renewIdentity(other.now(), { passphrase: PASSPHRASE, roles: ['iqa'] }));
    await meet(here.now(), other.now());
    const ada = viewRegister(here.now()).people.find((one) => one.name === 'Ada Wren');
    expect(ada?.keys.map((key) => key.trust.kind)).toEqual(['register', 'name-with-new-key']);
  });
});

describe('one person or two', () => {
  const byPerson = (workspace: Workspace) => ({ person: ownerOf(workspace).id, fingerprint: null });
  const byKey = (workspace: Workspace) => ({ person: null, fingerprint: keyOf(workspace).fingerprint });

  it('is told by id and by key, also by one that has ended', async () => {
    const [here, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Lena Ortiz', LEAD)];
    const before = byKey(here.now());
    answer(await renewIdentity(here.now(), { passphrase: PASSPHRASE, roles: [...LEAD] }));
    expect(isSamePerson(here.now(), byPerson(here.now()), before)).toBe(true);
    expect(isSamePerson(here.now(), byKey(here.now()), before)).toBe(true);
    // The same name is not the same person.
    expect(isSamePerson(here.now(), byPerson(here.now()), byPerson(other.now()))).toBe(false);
    await meet(here.now(), other.now());
    expect(isSamePerson(here.now(), byPerson(here.now()), byKey(other.now()))).toBe(false);
    expect(isSamePerson(here.now(), byPerson(other.now()), byKey(other.now()))).toBe(true);
  });

  it('is told by a register that lists the keys of two ids under one person', async () => {
    const here = await colleague('Lena Ortiz', LEAD);
    const [home, office] = [await colleague('Ada Wren', ['iqa']), await colleague('Ada Wren', ['assessor'])];
    await meet(here.now(), home.now());
    const [own, ada, again] = everybody(await meet(here.now(), office.now()));
    expect(isSamePerson(here.now(), byKey(home.now()), byPerson(office.now()))).toBe(false);
    const keys = [...present(ada).keys, ...present(again).keys];
    await signEverybody(here.now(), [present(own), { ...present(ada), keys }]);
    expect(isSamePerson(here.now(), byKey(home.now()), byPerson(office.now()))).toBe(true);
    expect(isSamePerson(here.now(), byKey(home.now()), byPerson(here.now()))).toBe(false);
  });
});
