import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tidyVault } from '../../../electron/vault/set-aside.ts';
import { hasFile, listFiles, openVault, putBytes, readFile } from '../../../electron/vault/vault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TODAY = Date.parse('2026-11-22T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

it('sets a file aside that the database does not name, and brings it back when it does again', async () => {
  const vault = openVault(temporaryFolder(), Buffer.alloc(32, 7));
  const [kept, later] = [putBytes(vault, Buffer.from('named all along')), putBytes(vault, Buffer.from('named later'))];
  // A database from before the second file was put back in its place, then the newer one again.
  tidyVault(vault, new Set([kept.sha256]), TODAY);
  expect(listFiles(vault)).toEqual([kept.sha256]);
  tidyVault(vault, new Set([kept.sha256, later.sha256]), TODAY);
  expect((await readFile(vault, later.sha256)).toString()).toBe('named later');
  expect(listFiles(vault)).toHaveLength(2);
});

it('keeps what was set aside for ninety days, and no longer', () => {
  const vault = openVault(temporaryFolder(), Buffer.alloc(32, 7));
  const { sha256 } = putBytes(vault, Buffer.from('nobody names it'));
  tidyVault(vault, new Set(), TODAY);
  const aside = join(vault.folder, 'aside', sha256);
  utimesSync(aside, (TODAY - 89 * DAY) / 1000, (TODAY - 89 * DAY) / 1000);
  tidyVault(vault, new Set(), TODAY);
  utimesSync(aside, (TODAY - 91 * DAY) / 1000, (TODAY - 91 * DAY) / 1000);
  tidyVault(vault, new Set(), TODAY);
  tidyVault(vault, new Set([sha256]), TODAY);
  expect(hasFile(vault, sha256)).toBe(false);
});
