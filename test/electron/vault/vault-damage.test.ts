import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK, HEADER, TAG, TRAILER } from '../../../electron/vault/file-cipher.ts';
import { openVault, putBytes, readFile, type Vault, VaultFileAltered } from '../../../electron/vault/vault.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { rangeOf } from '../../support/range-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SIZE = 2 * CHUNK + 100;

function newVault(): Vault {
  return openVault(join(temporaryFolder(), 'vault'), randomBytes(32));
}

const pathOf = (vault: Vault, sha256: Digest) => join(vault.folder, sha256.slice(0, 2), sha256);

async function expectAltered(vault: Vault, sha256: Digest): Promise<void> {
  await expect(readFile(vault, sha256)).rejects.toMatchObject({ sha256 });
  await expect(readFile(vault, sha256)).rejects.toBeInstanceOf(VaultFileAltered);
}

describe('a file of the vault that is not what was stored', () => {
  it('is noticed wherever a byte was flipped', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(SIZE));
    const file = pathOf(vault, sha256);
    const good = readFileSync(file);
    const places = [
      0,
      3,
      4,
      HEADER - 1,
      HEADER,
      HEADER + CHUNK,
      HEADER + CHUNK + TAG,
      good.length - TRAILER,
      good.length - 1,
    ];
    const at = fc.oneof(fc.constantFrom(...places), fc.nat({ max: good.length - 1 }));
    await fc.assert(
      fc.asyncProperty(at, fc.nat({ max: 7 }), async (place, bit) => {
        const flipped = Buffer.from(good);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
        writeFileSync(file, flipped);
        await expectAltered(vault, sha256);
      }),
      { numRuns: 60, examples: places.map((place) => [place, 0]) },
    );
    writeFileSync(file, good);
    expect(await readFile(vault, sha256)).toHaveLength(SIZE);
  });

  it('is noticed wherever it was cut off', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(SIZE));
    const file = pathOf(vault, sha256);
    const whole = readFileSync(file);
    const lengths = [0, 1, HEADER, HEADER + TRAILER, HEADER + CHUNK + TAG, whole.length - TRAILER, whole.length - 1];
    for (const length of lengths) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      await expectAltered(vault, sha256);
    }
  });

  it('is noticed when bytes were added, at its end or before its trailer', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(SIZE));
    const file = pathOf(vault, sha256);
    const good = readFileSync(file);
    for (const at of [good.length, good.length - TRAILER]) {
      writeFileSync(file, Buffer.concat([good.subarray(0, at), Buffer.from([0]), good.subarray(at)]));
      await expectAltered(vault, sha256);
    }
  });

  it('is noticed when a whole chunk was taken out, or two changed places', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(SIZE));
    const file = pathOf(vault, sha256);
    const good = readFileSync(file);
    const sealed = CHUNK + TAG;
    const chunk = (index: number) => good.subarray(HEADER + index * sealed, HEADER + (index + 1) * sealed);
    const head = good.subarray(0, HEADER);
    const rest = good.subarray(HEADER + 2 * sealed);
    writeFileSync(file, Buffer.concat([head, chunk(1), chunk(0), rest]));
    await expectAltered(vault, sha256);
    await expect(rangeOf(vault, sha256, 0, 10)).rejects.toBeInstanceOf(VaultFileAltered);
    writeFileSync(file, Buffer.concat([head, chunk(0), rest]));
    await expectAltered(vault, sha256);
  });

  it('is noticed when another file of the same length took its place', async () => {
    const vault = newVault();
    const one = putBytes(vault, randomBytes(SIZE));
    const two = putBytes(vault, randomBytes(SIZE));
    copyFileSync(pathOf(vault, two.sha256), pathOf(vault, one.sha256));
    await expectAltered(vault, one.sha256);
    await expect(rangeOf(vault, one.sha256, 0, 10)).rejects.toBeInstanceOf(VaultFileAltered);
    expect(await readFile(vault, two.sha256)).toHaveLength(SIZE);
  });

  it('is noticed when it is gone', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(10));
    rmSync(pathOf(vault, sha256));
    await expectAltered(vault, sha256);
  });

  it('cannot be read with the key of another vault', async () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(SIZE));
    await expectAltered({ ...vault, key: randomBytes(32) }, sha256);
  });

  it('gives no byte of a chunk that was altered when a range is asked for, and the other chunks as they were', async () => {
    const vault = newVault();
    const bytes = randomBytes(SIZE);
    const { sha256 } = putBytes(vault, bytes);
    const altered = readFileSync(pathOf(vault, sha256));
    const place = HEADER + CHUNK + TAG + 5;
    altered[place] = (altered[place] ?? 0) ^ 1;
    writeFileSync(pathOf(vault, sha256), altered);
    await expect(rangeOf(vault, sha256, CHUNK, CHUNK + 1)).rejects.toBeInstanceOf(VaultFileAltered);
    expect((await rangeOf(vault, sha256, 0, CHUNK)).equals(bytes.subarray(0, CHUNK))).toBe(true);
  });
});
