import { spacedBase64Bytes } from '../base64.ts';
import { readWholeAsn1 } from '../cms/asn1.ts';
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import { reading, Unreadable } from '../unreadable.ts';
import { canonicalXml } from '../xml/canonical-xml.ts';
import { attributeOf, childrenNamed, elementsOf, isNamed, textWithin, type XmlElement } from '../xml/xml-tree.ts';
import { DSIG_NS, XADES_NS } from './names.ts';
import { algorithmOf, canonicalOf, only, readReference, type XmlReference } from './reference.ts';
import { readSignedProperties, type SignedProperties, timeOfPackage } from './signed-properties.ts';

/** A part of the signature itself, under the signature: where it stands, and those above it. */
export type SignedPiece = {
  readonly reference: XmlReference;
  readonly element: XmlElement;
  readonly ancestors: readonly XmlElement[];
};

/** An XML signature as a package carries it, read but not yet checked. */
export type SignatureDocument = {
  readonly method: string;
  /** SignedInfo in the form that was signed. */
  readonly signedInfo: Uint8Array;
  readonly value: Uint8Array;
  readonly certificates: readonly Certificate[];
  readonly pieces: readonly SignedPiece[];
  /** The parts that the signature covers. */
  readonly parts: readonly XmlReference[];
  readonly properties: SignedProperties;
  /** Things lie beside the signature that it does not protect. */
  readonly hasUnprotected: boolean;
};

const MOST_REFERENCES = 20_000;
const MOST_CERTIFICATES = 16;

/**
 * Reads a signature (XML Signature, held to the shape that ECMA-376 part 2 gives it): one signature that is the whole
 * document, its references only to objects of its own, and the parts named in manifests within these.
 */
export function readSignatureDocument(root: XmlElement): SignatureDocument {
  if (!isNamed(root, DSIG_NS, 'Signature')) throw new Unreadable('syntax');
  const places = placesOf(root);
  const signedInfo = only(root, 'SignedInfo');
  const canonical = canonicalOf(only(signedInfo, 'CanonicalizationMethod'));
  const value = spacedBase64Bytes(textWithin(only(root, 'SignatureValue')) ?? '-');
  if (!value) throw new Unreadable('syntax');
  const pieces = childrenNamed(signedInfo, DSIG_NS, 'Reference').map((element): SignedPiece => {
    const reference = readReference(element);
    const place = reference.uri.startsWith('#') ? places.get(reference.uri.slice(1)) : undefined;
    if (!place || reference.choice) throw new Unreadable('syntax');
    return { reference, ...place };
  });
  const parts = pieces
    .flatMap(({ element }) => childrenNamed(element, DSIG_NS, 'Manifest'))
    .flatMap((manifest) => childrenNamed(manifest, DSIG_NS, 'Reference'))
    .map(readReference);
  if (pieces.length === 0 || pieces.length + parts.length > MOST_REFERENCES) throw new Unreadable('too-much');
  const keys = childrenNamed(root, DSIG_NS, 'KeyInfo');
  const certificates = readCertificates(keys);
  const signed = new Set(pieces.map((one) => one.element));
  const properties = pieces.find(({ element }) => isNamed(element, XADES_NS, 'SignedProperties'));
  return {
    method: algorithmOf(only(signedInfo, 'SignatureMethod')),
    signedInfo: canonicalXml(signedInfo, canonical, [root]),
    value,
    certificates,
    pieces,
    parts,
    properties: properties
      ? readSignedProperties(properties.element)
      : { naming: null, claimedTime: timeOfPackage(pieces.map((one) => one.element)) },
    hasUnprotected: certificates.length > 1 || holdsUnsigned(root, keys, signed),
  };
}

/** What a reference may name: an object of the signature, or the signed properties within one. Ids may not come twice. */
function placesOf(root: XmlElement): ReadonlyMap<string, Omit<SignedPiece, 'reference'>> {
  const places = new Map<string, Omit<SignedPiece, 'reference'>>();
  const ids = new Set<string>();
  const open: { readonly element: XmlElement; readonly ancestors: readonly XmlElement[] }[] = [
    { element: root, ancestors: [] },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, ancestors } = next;
    for (const id of element.attributes.filter((one) => one.local.toLowerCase() === 'id')) {
      if (ids.has(id.value)) throw new Unreadable('syntax');
      ids.add(id.value);
    }
    const id = attributeOf(element, 'Id');
    if (id !== null && mayBeSigned(element, ancestors)) places.set(id, next);
    for (const child of elementsOf(element)) open.push({ element: child, ancestors: [...ancestors, element] });
  }
  return places;
}

function mayBeSigned(element: XmlElement, ancestors: readonly XmlElement[]): boolean {
  if (isNamed(element, DSIG_NS, 'Object')) return ancestors.length === 1;
  const [, object, qualifying] = ancestors;
  return (
    isNamed(element, XADES_NS, 'SignedProperties') &&
    ancestors.length === 3 &&
    object !== undefined &&
    isNamed(object, DSIG_NS, 'Object') &&
    qualifying !== undefined &&
    isNamed(qualifying, XADES_NS, 'QualifyingProperties')
  );
}

function readCertificates(keys: readonly XmlElement[]): readonly Certificate[] {
  const written = keys
    .flatMap((one) => childrenNamed(one, DSIG_NS, 'X509Data'))
    .flatMap((one) => childrenNamed(one, DSIG_NS, 'X509Certificate'));
  if (keys.length > 1 || written.length > MOST_CERTIFICATES) throw new Unreadable('syntax');
  // Another's certificate may be of a kind that is not read here; the signer's own must be.
  const read = written.map((one) =>
    reading(() => {
      const der = spacedBase64Bytes(textWithin(one) ?? '-');
      if (!der) throw new Unreadable('syntax');
      return readCertificate(readWholeAsn1(der));
    }),
  );
  const certificates = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (certificates.length === 0) throw new Unreadable('syntax');
  return certificates;
}

/** True where the signature carries keys, objects or properties that are not under it. */
function holdsUnsigned(root: XmlElement, keys: readonly XmlElement[], signed: ReadonlySet<XmlElement>): boolean {
  const known = new Set(['SignedInfo', 'SignatureValue', 'KeyInfo', 'Object']);
  const strange = elementsOf(root).some((one) => one.uri !== DSIG_NS || !known.has(one.local));
  const otherKeys = keys.some((one) => elementsOf(one).some((key) => !isNamed(key, DSIG_NS, 'X509Data')));
  const objects = childrenNamed(root, DSIG_NS, 'Object').filter((one) => !signed.has(one));
  const loose = objects.some((object) => {
    const within = elementsOf(object).flatMap((one) => elementsOf(one));
    return within.length === 0 || within.some((one) => !signed.has(one));
  });
  return strange || otherKeys || loose;
}
