import { createHash } from 'node:crypto';
import { CANONICAL_XML, DSIG, PACKAGE_SIGNATURE, RELATIONSHIP_TRANSFORM, SHA_256 } from './algorithms.ts';
import { type Canonical, element, text } from './canonical-xml.ts';
import { type Relationship, sorted, transformed } from './relationships.ts';

/** A part by its bytes, with its type in the address: `/word/document.xml?ContentType=…`. */
export function partReference(name: string, contentType: string, content: Uint8Array): Canonical {
  return reference({ URI: addressOf(name, contentType) }, [], content);
}

/** These relationships of a part that holds relationships; others may be added to it. */
export function relationshipsReference(
  name: string,
  contentType: string,
  relationships: readonly Relationship[],
): Canonical {
  const ids = sorted(relationships).map(({ id }) =>
    element('mdssi:RelationshipReference', { 'xmlns:mdssi': PACKAGE_SIGNATURE, SourceId: id }),
  );
  const transforms = [
    element('Transform', { Algorithm: RELATIONSHIP_TRANSFORM }, ...ids),
    element('Transform', { Algorithm: CANONICAL_XML }),
  ];
  return reference({ URI: addressOf(name, contentType) }, transforms, transformed(relationships));
}

/** Canonical XML of the same signature. */
export function objectReference(id: string, type: string, content: Canonical, transforms: readonly Canonical[] = []) {
  return reference({ URI: `#${id}`, Type: type }, transforms, content);
}

function reference(
  attributes: Readonly<Record<string, string>>,
  transforms: readonly Canonical[],
  content: Uint8Array | string,
): Canonical {
  return element(
    'Reference',
    attributes,
    ...(transforms.length === 0 ? [] : [element('Transforms', {}, ...transforms)]),
    ...digestOf(content),
  );
}

/** How a digest stands in a signature, in any element of its own namespace. */
export function digestOf(content: Uint8Array | string, namespace = ''): readonly Canonical[] {
  const own = namespace === '' ? {} : { xmlns: namespace };
  const digest = createHash('sha256').update(content).digest('base64');
  return [element('DigestMethod', { ...own, Algorithm: SHA_256 }), element('DigestValue', own, text(digest))];
}

export const SIGNED_OBJECT = `${DSIG}Object`;

/** Part names with anything else than these are refused, so that nothing has to be escaped. */
const SEGMENT = /^(?!.*\.$)(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%(?!2[fF]|5[cC])[0-9A-Fa-f]{2})+$/;
const MEDIA_TYPE = /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!$&^_.+-]+$/;

function addressOf(name: string, contentType: string): string {
  if (!name.split('/').every((segment) => SEGMENT.test(segment)))
    throw new Error(`The part ${name} has a name that no part can have`);
  if (!MEDIA_TYPE.test(contentType)) throw new Error(`The part ${name} is of no known type`);
  return `/${name}?ContentType=${contentType}`;
}
