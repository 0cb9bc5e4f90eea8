import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_COST,
  derivedKey,
  type KeySlot,
  keySlotSchema,
  makePassphraseSlot,
  openPassphraseSlot,
  seal,
  unseal,
} from '../../../electron/vault/key-slots.ts';

const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
const newSecrets = () => ({ workspace: randomBytes(32), seal: randomBytes(32) });
const slotFor = (passphrase: string, secrets = newSecrets()) => makePassphraseSlot('slot', passphrase, secrets, CHEAP);

describe('a key slot', () => {
  it('gives both secrets to the passphrase that it was made with', async () => {
    const secrets = newSecrets();
    const slot = await slotFor('correct horse battery', secrets);
    expect(await openPassphraseSlot(slot, 'correct horse battery')).toEqual(secrets);
  });

  it.each(['correct horse batter', 'correct horse batterY', 'correct horse battery ', '', 'correct  horse battery'])(
    'gives nothing to %j',
    async (wrong) => {
      expect(await openPassphraseSlot(await slotFor('correct horse battery'), wrong)).toBeNull();
    },
  );

  it.each([
    ['an accent typed apart', 'caf\u00e9 au lait', 'cafe\u0301 au lait'],
    ['full-width letters', 'ｐａｓｓｐｈｒａｓｅ　１', 'passphrase 1'],
    ['a ligature', 'of\ufb01cial words', 'official words'],
    ['a space that does not break', 'two\u00a0words here', 'two words here'],
  ])('takes the same passphrase from another keyboard: %s', async (_what, one, other) => {
    expect(await openPassphraseSlot(await slotFor(one), other)).not.toBeNull();
    expect(await openPassphraseSlot(await slotFor(other), one)).not.toBeNull();
  });

  it('survives being written as JSON and read back', async () => {
    const slot = await slotFor('correct horse battery');
    expect(keySlotSchema.parse(JSON.parse(JSON.stringify(slot)))).toEqual(slot);
  });

  it('is another one every time, and shows neither secret', async () => {
    const secrets = newSecrets();
    const [one, two] = [
      await slotFor('correct horse battery', secrets),
      await slotFor('correct horse battery', secrets),
    ];
    expect(one.kdf.salt).not.toBe(two.kdf.salt);
    expect(one.workspaceKey).not.toBe(two.workspaceKey);
    const shown = Buffer.from(JSON.stringify(one));
    for (const secret of [secrets.workspace, secrets.seal]) {
      expect(shown.includes(secret.toString('base64'))).toBe(false);
      expect(shown.includes(secret.toString('hex'))).toBe(false);
    }
  });

  it.each<[string, (slot: KeySlot) => KeySlot]>([
    ['its salt', (slot) => ({ ...slot, kdf: { ...slot.kdf, salt: randomBytes(32).toString('base64') } })],
    ['its wrapped workspace key', (slot) => ({ ...slot, workspaceKey: flipped(slot.workspaceKey) })],
    ['its wrapped seal key', (slot) => ({ ...slot, sealKey: flipped(slot.sealKey) })],
    ['its cost', (slot) => ({ ...slot, kdf: { ...slot.kdf, N: 2 ** 11 } })],
    ['a key cut short', (slot) => ({ ...slot, workspaceKey: 'AAAA' })],
    ['the two keys swapped', (slot) => ({ ...slot, workspaceKey: slot.sealKey, sealKey: slot.workspaceKey })],
  ])('opens with nothing once %s was altered', async (_what, alter) => {
    const slot = alter(await slotFor('correct horse battery'));
    expect(await openPassphraseSlot(slot, 'correct horse battery')).toBeNull();
  });
});

describe("a slot's cost", () => {
  const withCost = async (cost: object) => {
    const slot = await slotFor('correct horse battery');
    return keySlotSchema.safeParse({ ...slot, kdf: { ...slot.kdf, ...cost } }).success;
  };

  it('is by default one that the schema takes', async () => expect(await withCost(DEFAULT_COST)).toBe(true));

  it('may grow fourfold before the schema has to', async () => {
    expect(await withCost({ ...DEFAULT_COST, N: DEFAULT_COST.N * 4 })).toBe(true);
  });

  it.each([
    ['memory of 4 GiB', { N: 2 ** 20, r: 32, p: 1 }],
    ['memory of 1 GiB', { N: 2 ** 20, r: 8, p: 1 }],
    ['minutes of work in little memory', { N: 2 ** 17, r: 8, p: 16 }],
    ['more rounds than the schema knows', { N: 2 ** 30, r: 8, p: 1 }],
    ['a number that scrypt does not take', { N: 100_000, r: 8, p: 1 }],
    ['nothing', { N: 0, r: 8, p: 1 }],
    ['less than nothing', { N: -2, r: 8, p: 1 }],
    ['half a round', { N: 2.5, r: 8, p: 1 }],
    ['no block', { N: 1024, r: 0, p: 1 }],
  ])('is refused before any work where it asks for %s', async (_what, cost) => {
    expect(await withCost(cost)).toBe(false);
  });

  it.each([
    ['a kind of slot that is not known', { kind: 'recovery' }],
    ['a further field', { note: 'hello' }],
    ['a key that is not base64', { workspaceKey: 'not base64!' }],
    ['no seal key', { sealKey: undefined }],
  ])('a slot with %s is refused', async (_what, change) => {
    expect(keySlotSchema.safeParse({ ...(await slotFor('correct horse battery')), ...change }).success).toBe(false);
  });
});

describe('a sealed secret', () => {
  it('opens with its key and no other, whole and unaltered only', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (secret, place) => {
        const sealed = seal(key, secret);
        expect(unseal(key, sealed)).toEqual(Buffer.from(secret));
        expect(unseal(other, sealed)).toBeNull();
        expect(unseal(key, sealed.subarray(0, -1))).toBeNull();
        const at = place % sealed.length;
        expect(unseal(key, sealed.with(at, (sealed[at] ?? 0) ^ 1))).toBeNull();
      }),
    );
  });
});

it('derives keys for database and vault that tell nothing of each other', () => {
  const key = randomBytes(32);
  expect(derivedKey(key, 'database')).toHaveLength(32);
  expect(derivedKey(key, 'database')).toEqual(derivedKey(key, 'database'));
  expect(derivedKey(key, 'database')).not.toEqual(derivedKey(key, 'vault'));
  expect(derivedKey(key, 'vault')).not.toEqual(key);
});

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes.toString('base64');
}
