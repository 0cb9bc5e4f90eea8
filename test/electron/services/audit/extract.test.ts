import { webcrypto } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHead, erasePayloads, linksAfter, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { extractChain } from '../../../../electron/services/audit/extract.ts';
import { renewIdentity } from '../../../../electron/services/identity/renew-identity.ts';
import { editLearner } from '../../../../electron/services/learners/learners.ts';
import { returnAttempt } from '../../../../electron/services/submissions/edit-attempt.ts';
import { ownerOf, type Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { signerOfText } from '../../../../electron/signing/detached-text.ts';
import type { SheetView } from '../../../../shared/api/contract.ts';
import { canonicalJson, type Json } from '../../../../shared/lib/canonical-json.ts';
import type { ChainExtract, ExtractScope, SignedExtract } from '../../../../shared/model/evidence.ts';
import type { LearnerId, PersonId, SheetId } from '../../../../shared/model/ids.ts';
import type { Learner } from '../../../../shared/model/learner.ts';
import { bodyHash, commit, linkHash } from '../../../../shared/rules/audit-chain.ts';
import { verifyFile } from '../../../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../../../shared/verification/web-crypto.ts';
import { register, signedSheet, submitted } from '../../../support/desk.ts';
import { certificateOf, chosenFolder, colleague, meet } from '../../../support/people.ts';
import { answer, present, refusal } from '../../../support/result.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';
import { complaints, placedText } from '../../exports/pdf/pdf-tools.ts';
import { pdfsig } from '../../signing/signature-tools.ts';

type Extracted = {
  readonly extract: ChainExtract;
  readonly signed: SignedExtract;
  readonly json: Buffer;
  readonly pdf: Buffer;
  readonly names: readonly string[];
  readonly events: number;
};

async function extracted(workspace: Workspace, scope: ExtractScope): Promise<Extracted> {
  const to = chosenFolder();
  const input = { scope, passphrase: PASSPHRASE, destination: to.token() };
  const { files, events } = answer(await extractChain(workspace, to.destinations, input));
  const names = files.map((file) => file.name);
  const [json, pdf] = names.map((name) => to.read(name));
  const signed: SignedExtract = JSON.parse(present(json).toString());
  return { extract: JSON.parse(signed.text), signed, json: present(json), pdf: present(pdf), names, events };
}

/** Everything that a PDF holds: its bytes, each stream unpacked, and strings written in hexadecimal or two bytes a character. */
function everythingIn(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const start = at + (pdf[at + 6] === 13 ? 8 : 7);
    try {
      const unpacked = inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start)));
      parts.push(unpacked.toString('utf8'), unpacked.toString('latin1'));
    } catch {
      // Not packed: its bytes are in the first part.
    }
  }
  const hexadecimal = parts.flatMap((part) =>
    [...part.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, digits = '']) =>
      Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1'),
    ),
  );
  return [...parts, ...hexadecimal].join('\n').replaceAll('\u0000', '');
}

/** Follows an extract from its start to its head, as somebody does who has nothing but it. */
function followed({ start, links, head }: ChainExtract): {
  readonly whole: boolean;
  readonly told: readonly unknown[];
} {
  let { hash, sequence } = start;
  const told: unknown[] = [];
  for (const link of links) {
    sequence += 1;
    if (link.kind === 'hidden') hash = linkHash(sha256Text, sequence, hash, link.body);
    else {
      hash = linkHash(sha256Text, sequence, hash, bodyHash(sha256Text, link.event));
      const { disclosed } = link;
      if (disclosed && commit(sha256Text, disclosed.salt, disclosed.payload as Json) !== link.event.commitment) {
        return { whole: false, told };
      }
      told.push(disclosed === null ? null : disclosed.payload);
    }
  }
  return { whole: hash === head.hash && sequence === head.sequence, told };
}

const kindsIn = ({ links }: ChainExtract) => links.map((link) => (link.kind === 'shown' ? link.event.kind : link.kind));

describe('an extract of the audit chain', () => {
  let workspace: Workspace;
  let zara: Learner;
  let quentin: Learner;
  let hers: SheetView;
  let his: SheetView;

  beforeAll(async () => {
    workspace = (await temporaryWorkspace({ afterwards: afterAll })).now();
    zara = register(workspace, 'Zara Quillfeather', 'ZQ77001');
    quentin = register(workspace, 'Quentin Marsh', 'QM88002');
    hers = await signedSheet(workspace, undefined, zara);
    his = await signedSheet(workspace, undefined, quentin);
    const { name, registrationNumber } = zara;
    answer(editLearner(workspace, { learner: zara.id, name, registrationNumber, cohort: 'B' }));
  });

  const learner = (one: Learner): ExtractScope => ({ kind: 'learner', learner: one.id });
  const person = (id: PersonId): ExtractScope => ({ kind: 'person', person: id });

  it.each(['learner', 'sheet'] as const)('about a %s proves its place in the whole chain', async (kind) => {
    const head = auditHead(workspace.db);
    const scope: ExtractScope = kind === 'learner' ? learner(zara) : { kind, sheet: hers.sheet };
    const { extract, signed, events } = await extracted(workspace, scope);
    expect(followed(extract).whole).toBe(true);
    expect(extract.head).toEqual(head);
    const stored = linksAfter(workspace.db, null, 1000);
    expect(stored[extract.start.sequence - 1]?.hash).toBe(extract.start.hash);
    expect(extract.links).toHaveLength(extract.head.sequence - extract.start.sequence);
    expect(extract.links[0]?.kind).toBe('shown');
    expect(events).toBe(extract.links.filter((link) => link.kind === 'shown').length);
    expect(signed.text).toBe(canonicalJson(extract as unknown as Json));
    const signer = present(await signerOfText(signed));
    expect(Buffer.from(signer).equals(await certificateOf(workspace))).toBe(true);
  });

  it('about a learner shows what was done to their work, with what it says', async () => {
    const { extract } = await extracted(workspace, learner(zara));
    const shown = kindsIn(extract).filter((kind) => kind !== 'hidden' && kind !== 'extract-made');
    expect(shown).toEqual([
      'learner-added',
      'script-taken-in',
      'sheet-opened',
      'signing-begun',
      'sheet-signed',
      'learner-edited',
    ]);
    expect(followed(extract).told).not.toContain(null);
    expect(extract.title).toBe('Zara Quillfeather (ZQ77001)');
  });

  it('about a learner or a sheet holds nothing of anybody else, in whichever of its bytes', async () => {
    for (const scope of [learner(zara), { kind: 'sheet', sheet: hers.sheet } as const]) {
      const { json, pdf } = await extracted(workspace, scope);
      const all = `${json.toString()}\n${everythingIn(pdf)}\n${placedText(pdf)}`;
      expect(all).toContain('Quillfeather');
      const attempt = his.attempt;
      const theirs = ['Quentin', 'QM88002', quentin.id, his.sheet, attempt.id];
      const digests = [his.signed[0]?.digest, his.signed[0]?.pdf.sha256, attempt.scripts[0]?.id];
      for (const one of [...theirs, ...digests]) expect(all).not.toContain(present(one));
    }
  });

  it('withholds what names another learner by a name that was corrected since', async () => {
    const other = register(workspace, 'Olwen Featherstone', 'OF99005');
    const { attempt } = await submitted(workspace, register(workspace, 'Ivo Blum', 'IB99006'));
    answer(returnAttempt(workspace, { attempt: attempt.id, reason: 'Sent by Olwen Featherstone (OF99005)' }));
    answer(editLearner(workspace, { learner: other.id, name: 'Olwen Marsh-Pike', registrationNumber: 'OF99007' }));
    for (const scope of [learner({ ...other, id: attempt.learner }), person(ownerOf(workspace).id)]) {
      const { json, pdf } = await extracted(workspace, scope);
      expect(json.toString()).not.toMatch(/Featherstone|OF99005/);
      expect(everythingIn(pdf)).not.toMatch(/Featherstone|OF99005/);
    }
    // Their own former name stays theirs to see.
    expect((await extracted(workspace, learner(other))).json.toString()).toContain('Featherstone');
  });

  it('tells of somebody else’s name in its own learner’s events without saying it', async () => {
    const attempt = (await submitted(workspace, register(workspace, 'Ida Novak', 'IN99003'))).attempt;
    const reason = 'This is the work of Quentin Marsh.';
    answer(returnAttempt(workspace, { attempt: attempt.id, reason }));
    const { extract, json, pdf } = await extracted(workspace, { kind: 'learner', learner: attempt.learner });
    expect(kindsIn(extract).filter((kind) => kind !== 'hidden')).toEqual([
      'learner-added',
      'script-taken-in',
      'attempt-returned',
    ]);
    expect(followed(extract)).toMatchObject({ whole: true, told: [expect.any(Object), expect.any(Object), null] });
    expect(json.toString() + everythingIn(pdf)).not.toContain('Quentin');
    expect(placedText(pdf).replace(/\s+/g, ' ')).toContain('Held back: it tells of somebody else.');
  });

  it('about a person shows that they acted, and no learner and no other person', async () => {
    const other = await colleague('Benedikta Froome', ['iqa']);
    await meet(workspace, other.now());
    answer(await renewIdentity(workspace, { passphrase: PASSPHRASE, roles: ['assessor'] }));
    const { extract, json, pdf } = await extracted(workspace, person(ownerOf(workspace).id));
    expect(kindsIn(extract)).not.toContain('hidden');
    expect(extract.start).toEqual({ sequence: 0, hash: '0'.repeat(64) });
    expect(followed(extract).whole).toBe(true);
    const told = extract.links.flatMap((link) => (link.kind === 'shown' && link.disclosed ? [link.event.kind] : []));
    expect(told).toEqual(expect.arrayContaining(['workspace-created', 'identity-renewed']));
    expect(told).not.toContain('key-met');
    const all = json.toString() + everythingIn(pdf);
    for (const one of ['Quillfeather', 'Quentin', 'ZQ77001', hers.sheet, 'Benedikta', ownerOf(other.now()).id]) {
      expect(all).not.toContain(one);
    }
  });

  it('keeps the act of making it out of itself, and puts it into the chain', async () => {
    const before = auditHead(workspace.db);
    const { extract } = await extracted(workspace, learner(zara));
    expect(extract.head).toEqual(before);
    const made = linksAfter(workspace.db, before.sequence, 10);
    expect(made.map((link) => link.kind)).toEqual(['extract-made']);
    expect(JSON.parse(present(made[0]?.payload))).toMatchObject({ scope: learner(zara), to: before.sequence });
  });

  it('shows in any PDF reader what the data says, signed by its maker over all of it', async () => {
    const { extract, names, pdf } = await extracted(workspace, learner(zara));
    expect(names).toEqual([
      expect.stringMatching(/^countersign-extract learner 2026-11-22 [0-9a-f]{8}\.json$/),
      expect.stringMatching(/^countersign-extract learner 2026-11-22 [0-9a-f]{8}\.pdf$/),
    ]);
    const text = placedText(pdf).replace(/\s+/g, ' ');
    for (const said of ['Mark sheet signed', 'Zara Quillfeather (ZQ77001)', 'Extract of the audit chain']) {
      expect(text).toContain(said);
    }
    expect(text.replace(/\s/g, '')).toContain(extract.head.hash);
    const [signature, ...more] = pdfsig(pdf);
    expect(more).toEqual([]);
    expect(signature?.report).toContain('Signature is Valid');
    expect(signature?.report).toContain('Total document signed');
    expect(complaints(pdf)).toBe('');
  });

  it('is found intact by the reader that shares no code with what wrote it, as JSON and as PDF', async () => {
    const { json, pdf, names } = await extracted(workspace, learner(zara));
    for (const [at, bytes] of [json, pdf].entries()) {
      const crypto = webVerificationCrypto(webcrypto.subtle);
      const { verdict, findings } = await verifyFile(present(names[at]), bytes, crypto);
      expect(verdict).toBe('intact');
      expect(findings.map((one) => one.code)).toEqual(
        expect.arrayContaining(['signed', 'chain-whole', 'chain-events']),
      );
      expect(findings.filter((one) => one.severity !== 'good' && one.severity !== 'note')).toEqual([]);
    }
  });

  it('is whole no more when a link is left out, moved, or told otherwise', async () => {
    const { extract } = await extracted(workspace, learner(zara));
    const { links } = extract;
    const [first, second, ...rest] = links;
    const changed: (readonly (typeof links)[number][])[] = [
      links.slice(1),
      links.slice(0, -1),
      [present(second), present(first), ...rest],
      links.map((link) =>
        link.kind === 'shown' ? { ...link, event: { ...link.event, actor: 'x' as PersonId } } : link,
      ),
      links.map((link) =>
        link.kind === 'shown' && link.disclosed ? { ...link, disclosed: { ...link.disclosed, payload: {} } } : link,
      ),
    ];
    for (const one of changed) expect(followed({ ...extract, links: one }).whole).toBe(false);
  });

  it.each([
    ['a sheet that is not there', { kind: 'sheet', sheet: unknown<SheetId>() }, 'sheet-unknown'],
    ['a learner who is not there', { kind: 'learner', learner: unknown<LearnerId>() }, 'learner-unknown'],
    ['a person who is not there', { kind: 'person', person: unknown<PersonId>() }, 'person-unknown'],
  ] as const)('is refused about %s', async (_what, scope, code) => {
    const to = chosenFolder();
    const input = { scope, passphrase: PASSPHRASE, destination: to.token() };
    expect(refusal(await extractChain(workspace, to.destinations, input))).toEqual({ code });
  });

  it('is refused about somebody who is known and did nothing here, or under a wrong passphrase', async () => {
    const other = await colleague('Benno Anders', ['iqa']);
    await meet(workspace, other.now());
    const to = chosenFolder();
    const asked = { scope: person(ownerOf(other.now()).id), passphrase: PASSPHRASE, destination: to.token() };
    expect(refusal(await extractChain(workspace, to.destinations, asked))).toEqual({ code: 'extract-empty' });
    const wrong = { ...asked, scope: learner(zara), passphrase: 'no' };
    expect(refusal(await extractChain(workspace, to.destinations, wrong))).toEqual({ code: 'wrong-passphrase' });
    // Nothing was written, so the folder that was chosen is good for the next try.
    answer(await extractChain(workspace, to.destinations, { ...wrong, passphrase: PASSPHRASE }));
  });
});

describe('what was erased', () => {
  it('leaves an extract from before as it was, and one from afterwards whole and saying so', async () => {
    const { now, clock } = await temporaryWorkspace();
    const workspace = now();
    const view = await signedSheet(workspace, undefined, register(workspace, 'Zara Quillfeather', 'ZQ77001'));
    clock.advance(60_000);
    answer(await renewIdentity(workspace, { passphrase: PASSPHRASE, roles: ['assessor', 'iqa'] }));
    const scope: ExtractScope = { kind: 'person', person: ownerOf(workspace).id };
    const before = await extracted(workspace, scope);
    const events = linksAfter(workspace.db, null, 1000).filter((link) => link.kind !== 'workspace-created');
    erasePayloads(
      workspace.db,
      events.map((link) => link.id),
    );
    expect(followed(before.extract).whole).toBe(true);
    const after = await extracted(workspace, scope);
    const { whole, told } = followed(after.extract);
    expect(whole).toBe(true);
    expect(told.filter((payload) => payload !== null)).toHaveLength(1);
    expect(placedText(after.pdf).replace(/\s+/g, ' ')).toContain('Erased. The event and its place stand.');
    expect(JSON.stringify(after.extract)).not.toContain(view.sheet);
    const about: ExtractScope = { kind: 'sheet', sheet: view.sheet };
    const to = chosenFolder();
    const input = { scope: about, passphrase: PASSPHRASE, destination: to.token() };
    expect(refusal(await extractChain(workspace, to.destinations, input))).toEqual({ code: 'extract-empty' });
  });
});

function unknown<T extends string>(): T {
  return '00000000-0000-4000-8000-000000000009' as T;
}
