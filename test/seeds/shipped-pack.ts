import { resolve } from 'node:path';
import { assemblePack } from '../../electron/services/packs/assemble-pack.ts';
import type { Pack } from '../../shared/model/pack.ts';
import { validatePack } from '../../shared/rules/pack-validation.ts';

export const PACKS = resolve(import.meta.dirname, '..', '..', 'seeds', 'packs');

/** A shipped pack out of its folder. */
export function soundPack(code: string): Pack {
  const result = validatePack(assemblePack(resolve(PACKS, code)));
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 2));
  return result.value;
}
