import { addPack } from '../../electron/services/packs/add-pack.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { PackSummary } from '../../shared/api/contract.ts';
import { type Pack, packSchema, type Scheme } from '../../shared/model/pack.ts';
import { shippedPack } from './desk.ts';
import { bringIn } from './incoming.ts';
import { answer, present } from './result.ts';
import { criterionScheme, MET_SCHEME, MINIMA_OF_40 } from './schemes.ts';

/** A pack like the shipped one, with sheets whose rules source 003 has not: "forty", "by-criterion" and "met". */
export function syntheticPack(change: Partial<Pack> = {}): Pack {
  const pack = packSchema.parse(JSON.parse(shippedPack().content));
  const like = present(pack.assessments.find((one) => one.id === 'award-602'));
  const sheet = (id: string, scheme: Scheme) => ({ ...like, id, title: `Synthetic sheet ${id}`, scheme });
  return {
    ...pack,
    code: 'synthetic',
    title: 'Synthetic pack for tests',
    notes: [],
    assessments: [sheet('forty', MINIMA_OF_40), sheet('by-criterion', criterionScheme(null)), sheet('met', MET_SCHEME)],
    ...change,
  };
}

/** Takes it in from a file, as a person would. */
export async function addSyntheticPack(workspace: Workspace, change: Partial<Pack> = {}): Promise<PackSummary> {
  return answer(await addPack(workspace, bringIn(workspace, 'pack.json', JSON.stringify(syntheticPack(change)))));
}
