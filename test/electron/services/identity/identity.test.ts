import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signingKeyOf } from '../../../../electron/db/stores/people-store.ts';
import { exportCertificate, exportIdentity } from '../../../../electron/services/identity/export-identity.ts';
import { viewIdentity } from '../../../../electron/services/identity/identity-view.ts';
import { importIdentity } from '../../../../electron/services/identity/import-identity.ts';
import { renewIdentity } from '../../../../electron/services/identity/renew-identity.ts';
import { signingKey } from '../../../../electron/services/identity/signing-key.ts';
import { isSamePerson } from '../../../../electron/services/register/same-person.ts';
import { ownerOf, type Workspace } from '../../../../electron/services/workspace/workspace.ts';
import type { ParsedInput } from '../../../../shared/api/inputs.ts';
import { signedSheet } from '../../../support/desk.ts';
import { filesUnder } from '../../../support/files-under.ts';
import { bringIn } from '../../../support/incoming.ts';
import { chosenFolder, colleague } from '../../../support/people.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

const PROTECTION = 'under lock and key';
const YEAR = 366 * 86_400_000;
const kinds = (workspace: Workspace) =>
  workspace.db
    .prepare<[], { kind: string }>('SELECT kind FROM audit_event ORDER BY sequence')
    .all()
    .map((row) => row.kind);
const certificateHere = (workspace: Workspace) =>
  new X509Certificate(present(signingKeyOf(workspace.db, ownerOf(workspace).id)).certificate);

async function savedIdentity(workspace: Workspace, protection = PROTECTION) {
  const to = chosenFolder();
  const input = { passphrase: PASSPHRASE, protection, destination: to.token() };
  const written = answer(await exportIdentity(workspace, to.destinations, input));
  return { ...written, bytes: to.read(written.name), path: join(to.folder, written.name) };
}

function bringing(workspace: Workspace, bytes: Uint8Array, more: Partial<ParsedInput<'identity.import'>> = {}) {
  const file = bringIn(workspace, 'identity.p12', bytes);
  return importIdentity(workspace, { file, protection: PROTECTION, passphrase: PASSPHRASE, ...more });
}

describe('an identity', () => {
  it('names person, roles, centre and the id of the person in its certificate', async () => {
    const { now } = await colleague('Ada Wren', ['iqa', 'lead-iqa']);
    const { person, key, ...view } = viewIdentity(now());
    expect(view).toEqual({
      name: 'Ada Wren',
      roles: ['iqa', 'lead-iqa'],
      centre: 'Fernhollow Training Centre',
      expired: false,
      daysLeft: 3653,
      earlier: [],
    });
    expect(key?.words).toHaveLength(6);
    expect(certificateHere(now()).subject.split('\n')).toEqual([
      'O=Fernhollow Training Centre',
      'OU=iqa',
      'OU=lead-iqa',
      `serialNumber=${person}`,
      'CN=Ada Wren',
    ]);
  });

  it('is an assessor where no role is asked for', async () => {
    expect(viewIdentity((await temporaryWorkspace()).now()).roles).toEqual(['assessor']);
  });

  it('says so when its certificate has ended, and signs nothing', async () => {
    const { now, clock } = await temporaryWorkspace();
    clock.advance(9.99 * YEAR);
    const left = present(viewIdentity(now()).daysLeft);
    expect(left).toBeLessThan(10);
    clock.advance((left + 1) * 86_400_000);
    expect(viewIdentity(now())).toMatchObject({ expired: true, daysLeft: 0 });
    expect(refusal(signingKey(now()))).toMatchObject({ code: 'certificate-expired' });
  });

  it('is renewed in other roles: the old key ends, what it signed stands, and it signs nothing more', async () => {
    const { now, clock, reopen } = await temporaryWorkspace();
    const signed = await signedSheet(now());
    const before = present(viewIdentity(now()).key);
    clock.advance(1000);
    const view = answer(await renewIdentity(now(), { passphrase: PASSPHRASE, roles: ['assessor', 'iqa'] }));
    expect(view.roles).toEqual(['assessor', 'iqa']);
    expect(view.key?.fingerprint).not.toBe(before.fingerprint);
    expect(view.earlier).toEqual([{ ...before, until: '2026-11-22T09:00:01.000+00:00' }]);
    expect(certificateHere(now()).subject).toContain('OU=assessor\nOU=iqa');
    expect(kinds(now()).at(-1)).toBe('identity-renewed');
    await reopen();
    expect(viewIdentity(now())).toEqual(view);
    const next = await signedSheet(now());
    expect(next.signed[0]?.signer.fingerprint).toBe(view.key?.fingerprint);
    expect(signed.signed[0]?.signer.fingerprint).toBe(before.fingerprint);
    expect(next.signed[0]?.signer.person).toBe(signed.signed[0]?.signer.person);
  });

  it('signs with the renewed key even where the clock went back in between', async () => {
    const { now, clock } = await temporaryWorkspace();
    clock.advance(-3_600_000);
    const view = answer(await renewIdentity(now(), { passphrase: PASSPHRASE, roles: ['assessor'] }));
    expect(answer(signingKey(now())).fingerprint).toBe(view.key?.fingerprint);
  });

  it('is not renewed under a wrong passphrase', async () => {
    const { now } = await temporaryWorkspace();
    const before = viewIdentity(now());
    const refused = await renewIdentity(now(), { passphrase: 'not the passphrase', roles: ['ev'] });
    expect(refusal(refused)).toEqual({ code: 'wrong-passphrase' });
    expect(viewIdentity(now())).toEqual(before);
  });
});

describe('an identity file', () => {
  it('is written for openssl to open, under a name that says whose it is', async () => {
    const { now } = await temporaryWorkspace();
    const { name, path, sha256, size, bytes } = await savedIdentity(now());
    expect(name).toBe('countersign-identity Morgan Vale.p12');
    expect([sha256, size]).toEqual([createHash('sha256').update(bytes).digest('hex'), bytes.length]);
    const opened = spawnSync('openssl', ['pkcs12', '-in', path, '-passin', `pass:${PROTECTION}`, '-nodes'], {
      encoding: 'utf8',
    });
    expect([opened.status, opened.stderr]).toEqual([0, '']);
    expect(opened.stdout).toContain('BEGIN PRIVATE KEY');
    expect(kinds(now()).at(-1)).toBe('identity-exported');
  });

  it.each([
    [{ protection: 'short' }, 'weak-passphrase'],
    [{ protection: 'aaaaaaaaaaaaaaa' }, 'weak-passphrase'],
    [{ passphrase: 'not the passphrase' }, 'wrong-passphrase'],
    [{ destination: 'made up' }, 'destination-token-unknown'],
  ])('is not written for %o', async (wrong, code) => {
    const { now } = await temporaryWorkspace();
    const to = chosenFolder();
    const input = { passphrase: PASSPHRASE, protection: PROTECTION, destination: to.token(), ...wrong };
    expect(refusal(await exportIdentity(now(), to.destinations, input))).toMatchObject({ code });
    expect(kinds(now())).not.toContain('identity-exported');
  });

  it('makes the same person sign with the same key in another workspace', async () => {
    const laptop = await colleague('Morgan Vale', ['assessor', 'iqa']);
    const desk = await colleague('Morgan T. Vale', ['assessor']);
    desk.clock.advance(-60_000);
    laptop.clock.advance(60_000);
    const newest = answer(await renewIdentity(laptop.now(), { passphrase: PASSPHRASE, roles: ['assessor', 'iqa'] }));
    const { bytes } = await savedIdentity(laptop.now());
    const before = viewIdentity(desk.now());
    const view = answer(await bringing(desk.now(), bytes));
    expect(view).toMatchObject({ name: 'Morgan Vale', roles: ['assessor', 'iqa'], person: before.person });
    expect(view.key?.fingerprint).toBe(newest.key?.fingerprint);
    expect(view.earlier.map((key) => key.fingerprint)).toEqual([before.key?.fingerprint]);
    const reopened = await desk.reopen();
    const signed = await signedSheet(reopened);
    expect(signed.signed[0]?.signer).toEqual({
      person: before.person,
      name: 'Morgan Vale',
      fingerprint: newest.key?.fingerprint,
    });
    const theirs = { person: newest.person, fingerprint: null };
    expect(isSamePerson(reopened, theirs, { person: before.person, fingerprint: null })).toBe(true);
    expect(kinds(reopened)).toContain('identity-imported');
  });

  it('leaves the newest key in use where an older one comes in', async () => {
    const old = await colleague('Morgan Vale', ['iqa']);
    const { bytes } = await savedIdentity(old.now());
    const { now, clock } = await temporaryWorkspace();
    clock.advance(5000);
    const newest = answer(await renewIdentity(now(), { passphrase: PASSPHRASE, roles: ['assessor'] }));
    const view = answer(await bringing(now(), bytes));
    expect(view.key).toEqual(newest.key);
    expect(view.roles).toEqual(['assessor']);
    expect(view.earlier).toHaveLength(2);
  });

  it('is refused with what is wrong, and changes nothing', async () => {
    const { now } = await temporaryWorkspace();
    const other = await colleague('Ada Wren', ['ev']);
    const { bytes } = await savedIdentity(other.now());
    const before = viewIdentity(now());
    const reason = (of: string) => ({ code: 'identity-refused', reason: of });
    const file = bringIn(now(), 'identity.p12', bytes);
    const wrong = { file, passphrase: PASSPHRASE, protection: 'not that one' };
    expect(refusal(await importIdentity(now(), wrong))).toEqual(reason('wrong-protection'));
    expect(refusal(await importIdentity(now(), { ...wrong, passphrase: 'no' }))).toEqual({ code: 'wrong-passphrase' });
    expect(refusal(await bringing(now(), bytes.subarray(0, 900)))).toEqual(reason('damaged'));
    expect(refusal(await bringing(now(), Buffer.from('{}')))).toEqual(reason('damaged'));
    const own = await savedIdentity(now());
    expect(refusal(await bringing(now(), own.bytes))).toEqual(reason('known-key'));
    expect(viewIdentity(now())).toEqual(before);
    // Typed wrong, the file is still there for the next try; after that nothing of it is kept.
    expect(answer(await importIdentity(now(), { ...wrong, protection: PROTECTION })).earlier).toHaveLength(1);
    expect([...filesUnder(join(now().folder, 'vault')).keys()]).toEqual([]);
  });
});

describe('a certificate file', () => {
  it('holds the certificate alone', async () => {
    const { now } = await colleague('Zoë Ångström: IQA/2', ['iqa']);
    const to = chosenFolder();
    const written = answer(await exportCertificate(now(), to.destinations, to.token()));
    expect(written.name).toBe('countersign-certificate Zoë Ångström_ IQA_2.cer');
    expect(new X509Certificate(to.read(written.name)).raw.equals(certificateHere(now()).raw)).toBe(true);
  });
});
