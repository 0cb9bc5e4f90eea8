import { builtInPacks } from '../services/packs/built-in-packs.ts';

/** Prints every shipped pack as the app holds it, with its digest; or a line each. */
export function packsCommand(asJson: boolean, print: (line: string) => void): number {
  const packs = builtInPacks();
  if (asJson) {
    const all = packs.map((pack) => ({ digest: pack.digest, pack: JSON.parse(pack.content) }));
    print(JSON.stringify(all, null, 2));
  } else {
    for (const pack of packs) print(`${pack.code} ${pack.version} ${pack.digest}`);
  }
  return 0;
}
