import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { validatePack } from '../../../shared/rules/pack-validation.ts';
import { sha256Text } from '../../db/stores/audit-store.ts';
import { insertPack, packDigestOf, readPack, type StoredPack } from '../../db/stores/pack-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assemblePack } from './assemble-pack.ts';
import { seedsFolder } from './seeds-folder.ts';

/** The packs that ship with the app, as they are kept. Read once per process. */
let shipped: readonly StoredPack[] | null = null;

/** Every shipped pack, assembled, validated and in canonical form. Throws where one is not valid: that is a bug. */
export function builtInPacks(): readonly StoredPack[] {
  shipped ??= readdirSync(seedsFolder('packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => storedForm(assemblePack(join(seedsFolder('packs'), name)), true));
  return shipped;
}

/** Keeps in the workspace what it does not have yet. A version once kept is never replaced: its digest differs. */
export function addBuiltInPacks(workspace: Workspace): void {
  for (const pack of builtInPacks()) {
    if (readPack(workspace.db, pack.digest)) continue;
    const taken = packDigestOf(workspace.db, pack.code, pack.version);
    if (taken) continue;
    insertPack(workspace.db, pack, workspace.clock.now());
  }
}

function storedForm(input: unknown, builtIn: boolean): StoredPack {
  const pack = validatePack(input);
  if (!pack.ok) throw new Error(`A shipped pack is not valid: ${JSON.stringify(pack.error.slice(0, 3))}`);
  const content = canonicalJson(pack.value);
  return { digest: sha256Text(content), code: pack.value.code, version: pack.value.version, content, builtIn };
}
