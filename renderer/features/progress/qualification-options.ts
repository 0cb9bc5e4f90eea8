import type { PackSummary } from '../../../shared/api/contract.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import { newestOnly } from '../../../shared/rules/pack-versions.ts';

type Named = { readonly code: string; readonly title: string };

/** What stands for a qualification of a pack in a list to choose from. */
export function optionValue(pack: PackSummary, qualification: Pick<Named, 'code'>): string {
  return `${pack.digest} ${qualification.code}`;
}

/** Qualifications by their packs; packs that have none are left out. */
export function optionsOf(packs: readonly PackSummary[]) {
  return packs
    .filter((pack) => pack.qualifications.length > 0)
    .map((pack) => ({
      group: `${pack.title}, version ${pack.version}`,
      items: pack.qualifications.map((one) => ({ value: optionValue(pack, one), label: one.title })),
    }));
}

/** The same for a qualification as any version of its pack has it: the newest stands in the list for all. */
export function newestValue(
  packs: readonly PackSummary[],
  of: { readonly pack: Digest; readonly qualification: string } | null,
): string | null {
  const code = packs.find((one) => one.digest === of?.pack)?.code;
  const newest = newestOnly(packs).find((one) => one.code === code);
  return of && newest ? optionValue(newest, { code: of.qualification }) : null;
}

/** The qualification that a value stands for. */
export function choiceOf(
  packs: readonly PackSummary[],
  value: string | null,
): { readonly pack: Digest; readonly qualification: string } | null {
  for (const pack of packs) {
    const found = pack.qualifications.find((one) => optionValue(pack, one) === value);
    if (found) return { pack: pack.digest, qualification: found.code };
  }
  return null;
}
