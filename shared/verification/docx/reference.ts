import type { Result } from '../../lib/result.ts';
import { spacedBase64Bytes } from '../base64.ts';
import type { AlgorithmFault } from '../cms/algorithms.ts';
import { Unreadable } from '../unreadable.ts';
import type { HashName } from '../verification-crypto.ts';
import type { Canonical } from '../xml/canonical-xml.ts';
import { attributeOf, childrenNamed, elementsOf, isNamed, textWithin, type XmlElement } from '../xml/xml-tree.ts';
import { DSIG_NS, PACKAGE_SIGNATURE_NS, RELATIONSHIP_TRANSFORM } from './names.ts';
import { digestOf } from './xml-algorithms.ts';

/** Which relationships of a part are signed: some by id, some by type. */
export type RelationshipChoice = { readonly ids: ReadonlySet<string>; readonly types: ReadonlySet<string> };

/** A Reference of an XML signature: an address, what is done to what stands there, and the digest that came out. */
export type XmlReference = {
  readonly uri: string;
  readonly choice: RelationshipChoice | null;
  /** Null where bytes are hashed as they are. */
  readonly canonical: Canonical | null;
  readonly hash: Result<HashName, AlgorithmFault>;
  readonly digest: Uint8Array;
};

const C14N = new Set(['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', 'http://www.w3.org/2006/12/xml-c14n11']);
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export function readReference(element: XmlElement): XmlReference {
  const uri = attributeOf(element, 'URI');
  const known = elementsOf(element).every((one) => one.uri === DSIG_NS);
  if (uri === null || !known) throw new Unreadable('syntax');
  const transforms = childrenNamed(element, DSIG_NS, 'Transforms').flatMap((one) => elementsOf(one));
  const { choice, canonical } = readTransforms(transforms);
  const digest = spacedBase64Bytes(textWithin(only(element, 'DigestValue')) ?? '-');
  if (!digest) throw new Unreadable('syntax');
  const hash = digestOf(attributeOf(only(element, 'DigestMethod'), 'Algorithm') ?? '');
  return { uri, choice, canonical, hash, digest };
}

/** The one child of that name in the namespace of signatures. */
export function only(parent: XmlElement, local: string): XmlElement {
  const [first, ...more] = childrenNamed(parent, DSIG_NS, local);
  if (!first || more.length > 0) throw new Unreadable('syntax');
  return first;
}

/** At most a choice of relationships and then one canonical form; anything else could be made to say anything. */
function readTransforms(transforms: readonly XmlElement[]): Pick<XmlReference, 'choice' | 'canonical'> {
  const [first, ...others] = transforms;
  if (!first) return { choice: null, canonical: null };
  const isChoice = algorithmOf(first) === RELATIONSHIP_TRANSFORM;
  const [last, ...more] = isChoice ? others : transforms;
  if (!last || more.length > 0) throw new Unreadable('syntax');
  return { choice: isChoice ? readChoice(first) : null, canonical: canonicalOf(last) };
}

/** The canonical form that a Transform or CanonicalizationMethod names. */
export function canonicalOf(element: XmlElement): Canonical {
  const algorithm = algorithmOf(element);
  if (C14N.has(algorithm) && elementsOf(element).length === 0) return { kind: 'inclusive' };
  if (algorithm !== EXCLUSIVE) throw new Unreadable('syntax');
  const lists = elementsOf(element);
  if (lists.length > 1 || lists.some((one) => !isNamed(one, EXCLUSIVE, 'InclusiveNamespaces'))) {
    throw new Unreadable('syntax');
  }
  const listed = lists.flatMap((one) => (attributeOf(one, 'PrefixList') ?? '').split(/\s+/));
  const prefixes = listed.filter((one) => one !== '').map((one) => (one === '#default' ? '' : one));
  return { kind: 'exclusive', prefixes: new Set(prefixes) };
}

function readChoice(transform: XmlElement): RelationshipChoice {
  const ids = new Set<string>();
  const types = new Set<string>();
  for (const one of elementsOf(transform)) {
    const isId = isNamed(one, PACKAGE_SIGNATURE_NS, 'RelationshipReference');
    const value = attributeOf(one, isId ? 'SourceId' : 'SourceType');
    if ((!isId && !isNamed(one, PACKAGE_SIGNATURE_NS, 'RelationshipsGroupReference')) || value === null) {
      throw new Unreadable('syntax');
    }
    (isId ? ids : types).add(value);
  }
  if (ids.size + types.size === 0) throw new Unreadable('syntax');
  return { ids, types };
}

export function algorithmOf(element: XmlElement): string {
  return attributeOf(element, 'Algorithm') ?? '';
}
