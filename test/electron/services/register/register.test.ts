import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signingKeyOf } from '../../../../electron/db/stores/people-store.ts';
import { renewIdentity } from '../../../../electron/services/identity/renew-identity.ts';
import { withOpenKey } from '../../../../electron/services/identity/signing-key.ts';
import { exportRegister, importRegister } from '../../../../electron/services/register/exchange-register.ts';
import { meetKey } from '../../../../electron/services/register/meet-key.ts';
import { currentSignedRegister, registerInForce } from '../../../../electron/services/register/register-in-force.ts';
import { viewRegister } from '../../../../electron/services/register/register-view.ts';
import { signRegister } from '../../../../electron/services/register/sign-register.ts';
import { ownerOf, type Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { signerOfText, signText } from '../../../../electron/signing/detached-text.ts';
import type { AppError } from '../../../../shared/api/errors.ts';
import { canonicalJson, type Json } from '../../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import { ok } from '../../../../shared/lib/result.ts';
import type { Register, SignedText } from '../../../../shared/model/evidence.ts';
import type { Digest } from '../../../../shared/model/ids.ts';
import { verifyFile } from '../../../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../../../shared/verification/web-crypto.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { bringIn } from '../../../support/incoming.ts';
import { certificateOf, chosenFolder, colleague, everybody, meet, signEverybody } from '../../../support/people.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';
import { opensslVerdict, pemOf } from '../../signing/signature-tools.ts';

const LEAD = ['lead-iqa', 'iqa'] as const;
const refusedAs = (reason: string) => ({ code: 'register-refused', reason });
const fingerprintHere = (workspace: Workspace) =>
  present(signingKeyOf(workspace.db, ownerOf(workspace).id)).fingerprint;

/** A lead IQA who has met an assessor and an IQA. */
async function centre() {
  const [lead, assessor, iqa] = [
    await colleague('Lena Ortiz', LEAD),
    await colleague('Morgan Vale', ['assessor']),
    await colleague('Ada Wren', ['iqa']),
  ];
  await meet(lead.now(), assessor.now());
  const view = await meet(lead.now(), iqa.now());
  return { lead, assessor, iqa, view };
}

async function sent(workspace: Workspace): Promise<Buffer> {
  const to = chosenFolder();
  const { name } = answer(await exportRegister(workspace, to.destinations, to.token()));
  return to.read(name);
}

const takeIn = (workspace: Workspace, bytes: Uint8Array | string) =>
  importRegister(workspace, bringIn(workspace, 'register.json', bytes));

/** By the reader that shares no code with what signs. */
const verifyHere = (name: string, text: string) =>
  verifyFile(name, Buffer.from(text), webVerificationCrypto(webcrypto.subtle));

/** What somebody could write who changes the register and signs it with a key of their own. */
async function resigned(workspace: Workspace, change: (register: Register) => unknown): Promise<string> {
  const register = present(registerInForce(workspace)).register;
  const text = canonicalJson(change(structuredClone(register)) as Json);
  const signed = await withOpenKey<SignedText>(
    workspace,
    PASSPHRASE,
    (here) => ok(present(signingKeyOf(here.db, ownerOf(here).id))),
    async (key) => ok(signText(text, { ...key, signedAt: register.signedAt })),
  );
  return canonicalJson({ format: 'countersign-signed-register/1', ...answer(signed) });
}

describe('meeting a key', () => {
  it('takes note of a certificate, in DER as in PEM, once', async () => {
    const [lead, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa', 'ev'])];
    const der = await certificateOf(other.now());
    const view = answer(await meetKey(lead.now(), bringIn(lead.now(), 'a.cer', der)));
    const again = answer(await meetKey(lead.now(), bringIn(lead.now(), 'a.pem', pemOf(der))));
    expect(again).toEqual(view);
    expect(view.register).toBeNull();
    expect(view.people.map(({ name, roles, keys }) => [name, roles, keys.map((key) => key.trust.kind)])).toEqual([
      ['Lena Ortiz', ['lead-iqa', 'iqa'], ['own']],
      ['Ada Wren', ['iqa', 'ev'], ['seen']],
    ]);
    expect(view.people[1]).toMatchObject({
      person: ownerOf(other.now()).id,
      centre: 'Fernhollow Training Centre',
      keys: [{ fingerprint: createHash('sha256').update(der).digest('hex'), words: expect.any(Array) }],
    });
  });

  it.each([
    ['a text', () => Buffer.from('a certificate')],
    ['no certificate', () => Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')],
    [
      'one whose name was changed',
      (der: Buffer) => Buffer.from(der.toString('latin1').replaceAll('Ada', 'Ida'), 'latin1'),
    ],
    ['one with a tail', (der: Buffer) => Buffer.concat([der, Buffer.from('tail')])],
    ['two of them', (der: Buffer) => Buffer.from(pemOf(der) + pemOf(der))],
  ])('refuses %s', async (_what, made) => {
    const [lead, other] = [await colleague('Lena Ortiz', LEAD), await colleague('Ada Wren', ['iqa'])];
    const file = bringIn(lead.now(), 'a.cer', made(await certificateOf(other.now())));
    expect(refusal(await meetKey(lead.now(), file))).toEqual({ code: 'certificate-refused', reason: 'damaged' });
  });

  it("refuses the owner's own", async () => {
    const { now } = await colleague('Lena Ortiz', LEAD);
    const file = bringIn(now(), 'a.cer', await certificateOf(now()));
    expect(refusal(await meetKey(now(), file))).toEqual({ code: 'certificate-refused', reason: 'own' });
  });
});

describe('the register', () => {
  it('is signed by the lead IQA, counts up, and reaches everybody', async () => {
    const { lead, assessor, iqa, view } = await centre();
    await signEverybody(lead.now(), everybody(view));
    const signed = await signEverybody(lead.now(), everybody(viewRegister(lead.now())));
    expect(signed.register).toMatchObject({ edition: 2, trust: { kind: 'own' }, leadIqa: { name: 'Lena Ortiz' } });
    const bytes = await sent(lead.now());
    for (const { now } of [assessor, iqa]) {
      const taken = answer(await takeIn(now(), bytes));
      expect(taken.register).toMatchObject({ edition: 2, leadIqa: { fingerprint: fingerprintHere(lead.now()) } });
      expect(currentSignedRegister(now())).toEqual(JSON.parse(bytes.toString()));
      const trusts = Object.fromEntries(taken.people.map((one) => [one.name, one.keys.map((key) => key.trust.kind)]));
      expect(trusts).toEqual({
        'Lena Ortiz': ['register'],
        'Morgan Vale': [now() === assessor.now() ? 'own' : 'register'],
        'Ada Wren': [now() === iqa.now() ? 'own' : 'register'],
      });
    }
  });

  it('is a text whose detached signature openssl verifies as CAdES', async () => {
    // openssl judges by its own clock.
    const lead = await colleague('Lena Ortiz', LEAD, undefined, heldClock('2026-01-02T09:00:00.000+00:00'));
    await signEverybody(lead.now(), everybody(viewRegister(lead.now())));
    const { text, signature } = present(currentSignedRegister(lead.now()));
    const extracted = { range: [], content: Buffer.from(text), cms: Buffer.from(signature, 'base64') };
    const verdict = opensslVerdict(extracted, await certificateOf(lead.now()));
    expect(verdict).toBe('CAdES Verification successful');
    const { findings } = await verifyHere('register.json', canonicalJson(present(currentSignedRegister(lead.now()))));
    expect(findings.map((one) => one.code)).toEqual(expect.arrayContaining(['signed', 'register-read']));
    expect(findings.filter((one) => one.severity !== 'good' && one.severity !== 'note')).toEqual([]);
  });

  it('is exported under a name that says centre and edition', async () => {
    const { lead, view } = await centre();
    await signEverybody(lead.now(), everybody(view));
    const to = chosenFolder();
    const written = answer(await exportRegister(lead.now(), to.destinations, to.token()));
    expect(written.name).toBe('countersign-register 012345 edition 1.json');
  });

  it('cannot be signed by anybody else, under a wrong passphrase, or without the lead IQA in it', async () => {
    const { lead, assessor, view } = await centre();
    const people = everybody(view);
    const asked = { passphrase: PASSPHRASE, people };
    const [own, ...others] = people;
    const twice = people.map((one) => ({ ...one, keys: [...one.keys, ...present(people[1]).keys] }));
    const unknown = [
      present(own),
      { ...present(people[1]), keys: [{ fingerprint: 'a'.repeat(64) as Digest, until: null }] },
    ];
    const ended = [{ ...present(own), keys: [{ ...present(own?.keys[0]), until: '2026-11-22T09:00:00Z' as Instant }] }];
    const noRole = [{ ...present(own), roles: ['iqa' as const] }];
    const refusals: [Promise<unknown>, AppError][] = [
      [signRegister(assessor.now(), asked), { code: 'not-your-role', role: 'lead-iqa' }],
      [signRegister(lead.now(), { ...asked, passphrase: 'no' }), { code: 'wrong-passphrase' }],
      [signRegister(lead.now(), { ...asked, people: others }), { code: 'register-refused', reason: 'no-lead-iqa' }],
      [signRegister(lead.now(), { ...asked, people: ended }), { code: 'register-refused', reason: 'no-lead-iqa' }],
      [signRegister(lead.now(), { ...asked, people: noRole }), { code: 'register-refused', reason: 'no-lead-iqa' }],
      [signRegister(lead.now(), { ...asked, people: twice }), { code: 'register-refused', reason: 'key-twice' }],
      [signRegister(lead.now(), { ...asked, people: unknown }), { code: 'register-refused', reason: 'unknown-key' }],
      [
        signRegister(lead.now(), {
          ...asked,
          people: [present(own), ...others.map((one) => ({ ...one, person: ownerOf(lead.now()).id }))],
        }),
        { code: 'invalid-input', place: 'people', reason: 'lists a person twice' },
      ],
    ];
    for (const [asking, error] of refusals) expect(await asking).toEqual({ ok: false, error });
    expect(viewRegister(lead.now()).register).toBeNull();
  });

  it('is not signed with a certificate that has ended', async () => {
    const { lead, view } = await centre();
    lead.clock.advance(11 * 366 * 86_400_000);
    const refused = await signRegister(lead.now(), { passphrase: PASSPHRASE, people: everybody(view) });
    expect(refusal(refused)).toMatchObject({ code: 'certificate-expired' });
  });

  it('is nothing to export while there is none', async () => {
    const { now } = await colleague('Lena Ortiz', LEAD);
    const to = chosenFolder();
    expect(refusal(await exportRegister(now(), to.destinations, to.token()))).toEqual({ code: 'register-missing' });
  });

  it('is refused where it is damaged, altered, older or of another centre, and the one in force stays', async () => {
    const { lead, assessor, view } = await centre();
    await signEverybody(lead.now(), everybody(view));
    const first = await sent(lead.now());
    await signEverybody(lead.now(), everybody(view));
    const second = await sent(lead.now());
    const { now } = assessor;
    answer(await takeIn(now(), second));
    const inForce = currentSignedRegister(now());
    const edited = JSON.parse(second.toString());
    const promoted = { ...edited, text: edited.text.replace('"assessor"', '"lead-iqa"') };
    const spaced = { ...edited, text: ` ${edited.text}` };
    const cut = { ...edited, signature: edited.signature.slice(0, 400) };
    for (const [bytes, reason] of [
      [second.subarray(0, second.length - 5), 'damaged'],
      [Buffer.from('{}'), 'damaged'],
      [Buffer.from([0xff, 0xfe]), 'damaged'],
      [JSON.stringify(spaced), 'damaged'],
      [JSON.stringify(promoted), 'signature'],
      [JSON.stringify(cut), 'signature'],
      [first, 'older'],
      [second, 'older'],
    ] as const) {
      expect(refusal(await takeIn(now(), bytes))).toEqual(refusedAs(reason));
    }
    const elsewhere = await colleague('Ines Roth', ['assessor'], { number: '999999', name: 'Another Centre' });
    expect(refusal(await takeIn(elsewhere.now(), second))).toEqual(refusedAs('other-centre'));
    expect(currentSignedRegister(now())).toEqual(inForce);
  });

  it('is refused from a signer whom it does not list as lead IQA with that very key', async () => {
    const { lead, assessor, iqa, view } = await centre();
    await signEverybody(lead.now(), everybody(view));
    const bytes = await sent(lead.now());
    answer(await takeIn(iqa.now(), bytes));
    // An assessor signs a list that still names the lead IQA, and one that names the assessor.
    answer(await takeIn(assessor.now(), bytes));
    const next = (register: Register) => ({ ...register, edition: 2 });
    const key = fingerprintHere(assessor.now());
    const crowned = (register: Register) => ({
      ...next(register),
      leadIqa: { ...register.leadIqa, fingerprint: key, person: ownerOf(assessor.now()).id, name: 'Morgan Vale' },
      people: register.people.map((one) => ({ ...one, roles: ['lead-iqa'] })),
    });
    for (const change of [next, crowned]) {
      expect(refusal(await takeIn(iqa.now(), await resigned(assessor.now(), change)))).toEqual(refusedAs('signature'));
    }
    // The lead IQA, with a list in which the key has ended.
    const ended = (register: Register) => ({
      ...next(register),
      people: register.people.map((one) => ({
        ...one,
        keys: one.keys.map((each) => ({ ...each, until: register.signedAt })),
      })),
    });
    expect(refusal(await takeIn(iqa.now(), await resigned(lead.now(), ended)))).toEqual(refusedAs('signature'));
    const listedTwice = (register: Register) => ({
      ...next(register),
      people: [...register.people, ...register.people],
    });
    expect(refusal(await takeIn(iqa.now(), await resigned(lead.now(), listedTwice)))).toEqual(refusedAs('damaged'));
    expect(viewRegister(iqa.now()).register?.edition).toBe(1);
  });

  it("takes an edition that a lead IQA's new key signed, and says plainly that the key is new", async () => {
    const { lead, iqa, view } = await centre();
    await signEverybody(lead.now(), everybody(view));
    const before = fingerprintHere(lead.now());
    const first = answer(await takeIn(iqa.now(), await sent(lead.now())));
    expect(first.register?.trust).toMatchObject({ kind: 'seen' });
    answer(await renewIdentity(lead.now(), { passphrase: PASSPHRASE, roles: [...LEAD] }));
    await signEverybody(lead.now(), everybody(viewRegister(lead.now())));
    const second = answer(await takeIn(iqa.now(), await sent(lead.now())));
    expect(second.register).toMatchObject({
      edition: 2,
      trust: { kind: 'name-with-new-key', name: 'Lena Ortiz', known: before },
    });
    const own = second.people.find((one) => one.name === 'Lena Ortiz');
    expect(own?.keys.map((key) => [key.fingerprint === before, key.trust.kind, key.until === null])).toEqual([
      [true, 'register', false],
      [false, 'register', false],
    ]);
    expect(own?.keys[0]?.trust).toMatchObject({ until: '2026-11-22T09:00:00.000+00:00' });
    expect(own?.keys[1]?.trust).toMatchObject({ until: null });
  });

  it('hands the office on to a key that the edition before named as lead IQA', async () => {
    const { lead, assessor } = await centre();
    const deputy = await colleague('Dara Quinn', LEAD);
    const view = await meet(lead.now(), deputy.now());
    await signEverybody(lead.now(), everybody(view));
    const first = await sent(lead.now());
    for (const { now } of [deputy, assessor]) answer(await takeIn(now(), first));
    await meet(deputy.now(), lead.now());
    const known = viewRegister(deputy.now()).people.filter((one) => ['Dara Quinn', 'Lena Ortiz'].includes(one.name));
    await signEverybody(deputy.now(), everybody({ register: null, people: known }));
    const second = answer(await takeIn(assessor.now(), await sent(deputy.now())));
    expect(second.register).toMatchObject({
      edition: 2,
      leadIqa: { name: 'Dara Quinn' },
      trust: { kind: 'register', name: 'Dara Quinn', edition: 1, until: null },
    });
  });
});

describe('a signed text', () => {
  it('tells its signer, and nobody where a byte of text or signature is another', async () => {
    const { now } = await colleague('Lena Ortiz', LEAD);
    const certificate = await certificateOf(now());
    const signed = answer(
      await withOpenKey<SignedText>(
        now(),
        PASSPHRASE,
        (here) => ok(present(signingKeyOf(here.db, ownerOf(here).id))),
        async (key) => ok(signText('Zoë 😀', { ...key, signedAt: now().clock.now() })),
      ),
    );
    expect(Buffer.from(present(await signerOfText(signed))).equals(certificate)).toBe(true);
    expect(await signerOfText({ ...signed, text: 'Zoe 😀' })).toBeNull();
    const cms = Buffer.from(signed.signature, 'base64');
    for (let at = 0; at < cms.length; at += 7) {
      const changed = Buffer.from(cms);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at);
      expect(await signerOfText({ ...signed, signature: changed.toString('base64') })).toBeNull();
    }
  });
});
