/** Whether one version of a pack is after another: negative where `one` is older, 0 where they are the same. */
export function compareVersions(one: string, other: string): number {
  const [number = '', build = ''] = one.split('+');
  const [otherNumber = '', otherBuild = ''] = other.split('+');
  return compareParts(number, otherNumber) || compareParts(build, otherBuild);
}

/** What was added to by a centre is after what was not, and numbers count as numbers. */
function compareParts(one: string, other: string): number {
  const parts = one.split('.');
  const others = other.split('.');
  for (const [at, part] of parts.entries()) {
    const against = others[at];
    if (against === undefined) return 1;
    if (part === against) continue;
    const numbers = /^\d+$/.test(part) && /^\d+$/.test(against);
    return numbers ? Number(part) - Number(against) || (part < against ? -1 : 1) : part < against ? -1 : 1;
  }
  return parts.length - others.length;
}

/** By their codes, and of one code the newest first. */
export function newestFirst<Versioned extends { readonly code: string; readonly version: string }>(
  packs: readonly Versioned[],
): readonly Versioned[] {
  return packs.toSorted((one, other) => {
    if (one.code !== other.code) return one.code < other.code ? -1 : 1;
    return compareVersions(other.version, one.version);
  });
}

/** Of every pack its newest version. */
export function newestOnly<Versioned extends { readonly code: string; readonly version: string }>(
  packs: readonly Versioned[],
): readonly Versioned[] {
  return newestFirst(packs).filter((pack, at, all) => all[at - 1]?.code !== pack.code);
}

/** So many letters of a centre’s number stand in a version, which has room for 40 after its own. */
const MOST_OF_CENTRE = 24;

/** The next version that a centre makes of `version`: "1.0.0+012345.1", then "1.0.0+012345.2". */
export function centreVersion(version: string, centre: string, taken: ReadonlySet<string>): string {
  const [number = ''] = version.split('+');
  const own = centre.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, MOST_OF_CENTRE) || 'centre';
  let counted = 1;
  while (taken.has(`${number}+${own}.${counted}`)) counted += 1;
  return `${number}+${own}.${counted}`;
}
