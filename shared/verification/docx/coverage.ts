import { safeText } from '../safe-text.ts';
import { ORIGIN_RELATION, SIGNATURE_RELATION } from './names.ts';
import type { OpcPackage } from './opc-package.ts';
import type { RelationshipChoice } from './reference.ts';
import { isChosen } from './relationship-transform.ts';
import { relationshipsPartOf, resolvedTarget, sourceOf } from './relationships.ts';

/** What one signature covers, by the package's own names; `choice` null: the whole part. */
export type CoveredParts = ReadonlyMap<string, RelationshipChoice | null>;

/** What stands in a package without being under a signature. Names are fit to be shown. */
export type Uncovered = {
  /** Parts that belong to the document, and relationships that put something into it. */
  readonly shown: readonly { readonly part: string; readonly relationship: string | null }[];
  /** Parts that no reader shows in the document: its properties, or such as nothing points at. */
  readonly apart: readonly string[];
};

/** What the package points at besides its document: its properties and a picture of it, which no signature of Word covers. */
const APART = /\/(?:core-properties|extended-properties|custom-properties|thumbnail)$/;

/** Compares a package with what a signature covers. The signatures themselves, and what leads to them, are left out. */
export function uncoveredIn(opened: OpcPackage, covered: CoveredParts): Uncovered {
  const { listed, origins } = opened.signatures;
  const own = new Set([...listed, ...origins, ...origins.map((one) => opened.find(relationshipsPartOf(one)) ?? '')]);
  const shown: { part: string; relationship: string | null }[] = [];
  const loose = new Set<string>();
  for (const name of opened.partNames) {
    const source = sourceOf(name);
    if (own.has(name) || (source !== null && own.has(source))) continue;
    const choice = covered.get(name);
    if (source === null) {
      if (!covered.has(name)) loose.add(name);
    } else if (choice !== null) {
      shown.push(...uncoveredRelationships(opened, name, source, choice ?? null));
    }
  }
  for (const name of reachedFrom(opened, loose)) {
    shown.push({ part: safeText(name), relationship: null });
    loose.delete(name);
  }
  return { shown, apart: [...loose].map((name) => safeText(name)) };
}

/** The relationships of a part that are not covered and that could put something into the document. */
function uncoveredRelationships(
  opened: OpcPackage,
  name: string,
  source: string,
  choice: RelationshipChoice | null,
): Uncovered['shown'] {
  return opened
    .relationshipsOf(source)
    .filter((one) => !choice || !isChosen(choice, one))
    .filter((one) => one.type !== ORIGIN_RELATION && one.type !== SIGNATURE_RELATION)
    .filter((one) => source !== '' || one.external || !APART.test(one.type))
    .map((one) => ({ part: safeText(name), relationship: safeText(one.target) }));
}

/** Those of the parts that the document reaches by any way, covered or not. */
function reachedFrom(opened: OpcPackage, among: ReadonlySet<string>): readonly string[] {
  const reached = new Set<string>();
  const open = opened
    .relationshipsOf('')
    .filter((one) => !APART.test(one.type) && one.type !== ORIGIN_RELATION)
    .map((one) => ({ source: '', one }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const target = next.one.external ? null : resolvedTarget(next.source, next.one.target);
    const part = target === null ? null : opened.find(target);
    if (part === null || reached.has(part)) continue;
    reached.add(part);
    for (const one of opened.relationshipsOf(part)) open.push({ source: part, one });
  }
  return [...reached].filter((name) => among.has(name));
}
