import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK } from '../../../electron/vault/file-cipher.ts';
import {
  hasFile,
  listFiles,
  openVault,
  putBytes,
  readFile,
  removeFile,
  startFile,
  type Vault,
} from '../../../electron/vault/vault.ts';
import { filesUnder, filesWith } from '../../support/files-under.ts';
import { rangeOf } from '../../support/range-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function newVault(): Vault {
  return openVault(join(temporaryFolder(), 'vault'), randomBytes(32));
}

const SIZES = [0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 5_000_003];

describe('the vault', () => {
  it.each(SIZES)('gives back %i bytes as they were put there, under their SHA-256', async (size) => {
    const vault = newVault();
    const bytes = randomBytes(size);
    const stored = putBytes(vault, bytes);
    expect(stored).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size });
    expect(hasFile(vault, stored.sha256)).toBe(true);
    expect(bytes.equals(await readFile(vault, stored.sha256))).toBe(true);
  });

  it('stores the same file however its bytes arrive', async () => {
    const vault = newVault();
    const bytes = randomBytes(3 * CHUNK + 100);
    const pieces = fc.array(fc.integer({ min: 0, max: CHUNK + 7 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(pieces, async (sizes) => {
        const writer = startFile(vault);
        let at = 0;
        for (const size of [...sizes, bytes.length]) {
          writer.append(bytes.subarray(at, at + size));
          at += size;
          expect(writer.size()).toBe(Math.min(at, bytes.length));
        }
        const { sha256, size } = writer.finish();
        expect(size).toBe(bytes.length);
        expect(bytes.equals(await readFile(vault, sha256))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('answers any range with the slice that an array would give', async () => {
    const vault = newVault();
    const files = [0, 1, CHUNK - 1, CHUNK, 2 * CHUNK + 5].map((size) => {
      const bytes = randomBytes(size);
      return { bytes, ...putBytes(vault, bytes) };
    });
    const edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5, 2 * CHUNK + 6, Number.MAX_SAFE_INTEGER];
    const place = fc.oneof(fc.constantFrom(...edges), fc.nat({ max: 2 * CHUNK + 10 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), place, place, async ({ bytes, sha256 }, start, end) => {
        expect((await rangeOf(vault, sha256, start, end)).equals(bytes.subarray(start, end))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps one file for the same content put there twice', async () => {
    const vault = newVault();
    const first = putBytes(vault, Buffer.from('the same words'));
    const second = putBytes(vault, Buffer.from('the same words'));
    expect(second).toEqual(first);
    expect(listFiles(vault)).toEqual([first.sha256]);
    expect(filesUnder(vault.folder).size).toBe(1);
    expect((await readFile(vault, first.sha256)).toString()).toBe('the same words');
  });

  it('has neither the plain bytes nor any name of the file on disk', () => {
    const vault = newVault();
    const words = 'Confidential reflections of Rhys Jones';
    putBytes(vault, Buffer.from(words.repeat(20_000)));
    const half = startFile(vault);
    half.append(Buffer.from(words.repeat(20_000)));
    expect(filesWith(vault.folder, 'Rhys Jones')).toEqual([]);
    expect(filesWith(vault.folder, 'Confidential')).toEqual([]);
    half.abandon();
  });

  it('encrypts the same content another way in another vault', () => {
    const bytes = Buffer.alloc(1000, 'a');
    const [one, two] = [newVault(), newVault()].map((vault) => {
      putBytes(vault, bytes);
      return [...filesUnder(vault.folder).values()];
    });
    expect(one?.[0]?.length).toBe(two?.[0]?.length);
    expect(one?.[0]?.subarray(4)).not.toEqual(two?.[0]?.subarray(4));
  });

  it('is left as it was by a file that was abandoned', () => {
    const vault = newVault();
    const writer = startFile(vault);
    writer.append(randomBytes(3 * CHUNK));
    writer.abandon();
    expect(filesUnder(vault.folder).size).toBe(0);
    expect(listFiles(vault)).toEqual([]);
  });

  it('clears away at its opening what an earlier run left half-written, and nothing else', () => {
    const vault = newVault();
    const whole = putBytes(vault, randomBytes(10));
    startFile(vault).append(randomBytes(3 * CHUNK));
    expect(filesUnder(vault.folder).size).toBe(2);
    const again = openVault(vault.folder, vault.key);
    expect(listFiles(again)).toEqual([whole.sha256]);
    expect(filesUnder(vault.folder).size).toBe(1);
  });

  it('has nothing left of a file that was removed, and does not mind removing it again', () => {
    const vault = newVault();
    const { sha256 } = putBytes(vault, randomBytes(10));
    removeFile(vault, sha256);
    removeFile(vault, sha256);
    expect(hasFile(vault, sha256)).toBe(false);
    expect(filesUnder(vault.folder).size).toBe(0);
  });
});
