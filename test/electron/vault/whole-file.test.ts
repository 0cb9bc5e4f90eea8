import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHUNK } from '../../../electron/vault/file-cipher.ts';
import { openVault, pathOf, putBytes } from '../../../electron/vault/vault.ts';
import { isWhole } from '../../../electron/vault/whole-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function put(size: number) {
  const vault = openVault(join(temporaryFolder(), 'vault'), randomBytes(32));
  const stored = putBytes(vault, randomBytes(size));
  const path = pathOf(vault, stored.sha256);
  return { vault, stored, path, bytes: readFileSync(path) };
}

describe('a file in the vault is whole', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])('as it was put there, at %i bytes', (size) => {
    const { vault, stored } = put(size);
    expect(isWhole(vault, stored)).toBe(true);
  });

  it('and is not with any of its bytes altered: in the magic, the salt, each chunk, each seal, the trailer', () => {
    const { vault, stored, path, bytes } = put(CHUNK + 100);
    const places = [
      0,
      3,
      4,
      19,
      20,
      CHUNK + 19,
      CHUNK + 20,
      CHUNK + 36,
      CHUNK + 140,
      bytes.length - 56,
      bytes.length - 1,
    ];
    for (const place of places) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
      writeFileSync(path, altered);
      expect(isWhole(vault, stored), `byte ${place}`).toBe(false);
    }
  });

  it('and is not cut, lengthened, of another length than recorded, or gone', () => {
    const { vault, stored, path, bytes } = put(1000);
    for (const other of [
      bytes.subarray(0, -1),
      bytes.subarray(0, 10),
      Buffer.alloc(0),
      Buffer.concat([bytes, bytes]),
    ]) {
      writeFileSync(path, other);
      expect(isWhole(vault, stored), `${other.length} bytes`).toBe(false);
    }
    writeFileSync(path, bytes);
    expect(isWhole(vault, { ...stored, size: 999 })).toBe(false);
    rmSync(path);
    expect(isWhole(vault, stored)).toBe(false);
    rmSync(dirname(path), { recursive: true });
    expect(isWhole(vault, stored)).toBe(false);
  });

  it('and is not with the bytes of another file under its name', () => {
    const { vault, stored, path } = put(1000);
    const other = putBytes(vault, randomBytes(1000));
    writeFileSync(path, readFileSync(pathOf(vault, other.sha256)));
    expect(isWhole(vault, stored)).toBe(false);
  });

  it('is not said to be altered where the disk does not give it', () => {
    const { vault, stored, path } = put(1000);
    rmSync(dirname(path), { recursive: true });
    // A file where the folder should be is neither there nor gone: the system answers ENOTDIR.
    writeFileSync(dirname(path), '');
    expect(() => isWhole(vault, stored)).toThrow(/ENOTDIR/);
    rmSync(dirname(path));
    mkdirSync(dirname(path));
    expect(isWhole(vault, stored)).toBe(false);
  });
});
