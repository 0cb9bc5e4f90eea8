import { describe, expect, it } from 'vitest';
import { auditHead, readChain, sha256Text } from '../../../../electron/db/stores/audit-store.ts';
import { addPack } from '../../../../electron/services/packs/add-pack.ts';
import { addBuiltInPacks, builtInPacks } from '../../../../electron/services/packs/built-in-packs.ts';
import { getAssessment, getPack, listPacks } from '../../../../electron/services/packs/packs.ts';
import type { Workspace } from '../../../../electron/services/workspace/workspace.ts';
import { listFiles } from '../../../../electron/vault/vault.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import { shippedPack } from '../../../support/desk.ts';
import { bringIn } from '../../../support/incoming.ts';
import { answer, refusal } from '../../../support/result.ts';
import { addSyntheticPack, syntheticPack } from '../../../support/synthetic-pack.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';

const SHIPPED = ['cmi-7d27v2', 'cmi-level-6', 'cmi-public-service', 'ilm-8316'];

const add = (workspace: Workspace, content: string | Uint8Array) =>
  addPack(workspace, bringIn(workspace, 'pack.json', content));

describe('the packs of a workspace', () => {
  it('are the shipped ones at first, known by the digest of their content', async () => {
    const { now } = await temporaryWorkspace();
    expect(listPacks(now()).map(({ code, builtIn }) => [code, builtIn])).toEqual(SHIPPED.map((code) => [code, true]));
    for (const pack of builtInPacks()) {
      expect(sha256Text(pack.content)).toBe(pack.digest);
      expect(canonicalJson(answer(getPack(now(), pack.digest)))).toBe(pack.content);
    }
  });

  it('gain nothing when the shipped ones are added again', async () => {
    const { now } = await temporaryWorkspace();
    addBuiltInPacks(now());
    expect(listPacks(now())).toHaveLength(builtInPacks().length);
  });

  it('give an assessment with its form, and none that is not there', async () => {
    const { now } = await temporaryWorkspace();
    const { digest } = shippedPack();
    expect(answer(getAssessment(now(), digest, 'diploma-507'))).toMatchObject({
      assessment: { id: 'diploma-507' },
      form: { id: 'ilm-mark-sheet' },
    });
    expect(refusal(getAssessment(now(), digest, 'none'))).toEqual({ code: 'assessment-unknown', assessment: 'none' });
    expect(refusal(getPack(now(), sha256Text('no pack')))).toEqual({ code: 'pack-unknown' });
  });
});

describe('adding a pack', () => {
  it('keeps it under its digest, whatever the order and spacing of the file', async () => {
    const { now } = await temporaryWorkspace();
    const pack = syntheticPack();
    const added = answer(
      await add(now(), JSON.stringify(Object.fromEntries(Object.entries(pack).toReversed()), null, 4)),
    );
    expect(added).toMatchObject({ code: 'synthetic', builtIn: false, digest: sha256Text(canonicalJson(pack)) });
    expect(added.assessments.map((one) => one.id)).toEqual(['forty', 'by-criterion', 'met']);
    expect(readChain(now().db).events.at(-1)?.kind).toBe('pack-added');
    expect(answer(getPack(now(), added.digest))).toEqual(pack);
  });

  it('changes nothing when it is there already', async () => {
    const { now } = await temporaryWorkspace();
    const first = await addSyntheticPack(now());
    const head = auditHead(now().db);
    expect(await addSyntheticPack(now())).toEqual(first);
    expect(auditHead(now().db)).toEqual(head);
    expect(listPacks(now())).toHaveLength(SHIPPED.length + 1);
  });

  it('leaves a shipped pack a shipped one when its own file is added', async () => {
    const { now } = await temporaryWorkspace();
    expect(answer(await add(now(), shippedPack().content))).toMatchObject({ builtIn: true });
  });

  it('refuses another content under a version that is there, and takes it under the next', async () => {
    const { now } = await temporaryWorkspace();
    const first = await addSyntheticPack(now());
    const other = syntheticPack({ title: 'Another content' });
    expect(refusal(await add(now(), JSON.stringify(other)))).toEqual({
      code: 'pack-version-taken',
      pack: 'synthetic',
      version: first.version,
    });
    const next = await addSyntheticPack(now(), { title: 'Another content', version: '2.0.0' });
    expect(next.digest).not.toBe(first.digest);
    expect(answer(getPack(now(), first.digest)).title).toBe('Synthetic pack for tests');
  });

  it.each<[string, string | Uint8Array]>([
    ['no JSON', 'a pack'],
    ['JSON cut short', '{"format":"countersign-pack/1"'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('refuses a file that is %s', async (_what, content) => {
    const { now } = await temporaryWorkspace();
    expect(refusal(await add(now(), content))).toEqual({ code: 'file-damaged', name: 'pack.json', claimed: 'JSON' });
  });

  it('refuses JSON that is no pack with the places of what is wrong, and keeps nothing of it', async () => {
    const made = await temporaryWorkspace();
    const bad = { ...syntheticPack(), version: 'one', code: '' };
    const refused = refusal(await add(made.now(), JSON.stringify(bad)));
    expect(refused).toMatchObject({ code: 'pack-refused', count: 2 });
    expect(refused.code === 'pack-refused' && refused.findings.map((one) => one.place).sort()).toEqual([
      'code',
      'version',
    ]);
    expect(listPacks(made.now())).toHaveLength(SHIPPED.length);
    expect(listFiles((await made.reopen()).vault)).toEqual([]);
  });

  it.each(['null', '[]', '7', '"pack"', '{}', '{"__proto__":{"format":"countersign-pack/1"}}'])(
    'refuses %s without any harm',
    async (content) => {
      const { now } = await temporaryWorkspace();
      expect(refusal(await add(now(), content)).code).toBe('pack-refused');
    },
  );

  it('refuses half a character in a text, which would have no digest', async () => {
    const { now } = await temporaryWorkspace();
    const content = JSON.stringify(syntheticPack()).replace('Synthetic pack for tests', 'Half \\ud83d');
    expect(refusal(await add(now(), content)).code).toBe('pack-refused');
  });

  it.each([
    ['nested millions deep', '['.repeat(8_000_000), 'Nested more than 40 deep.'],
    ['of bad assessments', JSON.stringify({ ...syntheticPack(), assessments: Array(60_000).fill({}) }), 'Missing.'],
  ])('refuses a file %s, while this process goes on', async (_what, content, message) => {
    const { now } = await temporaryWorkspace();
    const token = bringIn(now(), 'pack.json', content);
    let longest = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 5);
    const refused = refusal(await addPack(now(), token));
    clearInterval(beat);
    expect(refused).toMatchObject({
      code: 'pack-refused',
      findings: expect.arrayContaining([{ place: expect.any(String), message }]),
    });
    expect(longest).toBeLessThan(500);
  });

  it.each([
    ['a pack that is none', { kind: 'pack', content: '{}' }],
    ['a pack cut short', { kind: 'pack', content: '{' }],
    ['nothing that it can say', { kind: 'pack', content: 7 }],
  ])('refuses the file where its reader was made to say %s', async (_what, file) => {
    const { now } = await temporaryWorkspace();
    const head = auditHead(now().db);
    const liar = () => ({
      post: () => undefined,
      onMessage: (listener: (message: unknown) => void) => void setImmediate(listener, { kind: 'pack', file }),
      onExit: () => undefined,
      kill: () => undefined,
    });
    const refused = refusal(await addPack(now(), bringIn(now(), 'pack.json', JSON.stringify(syntheticPack())), liar));
    expect(refused).toMatchObject({ code: 'pack-refused', count: 1 });
    expect(auditHead(now().db)).toEqual(head);
  });
});
