import { sign } from 'node:crypto';
import {
  CANONICAL_XML,
  DSIG,
  ECDSA_SHA_256,
  OFFICE_SIGNATURE,
  PACKAGE_SIGNATURE,
  SHA_256,
  XADES,
} from './algorithms.ts';
import { type Canonical, element, text } from './canonical-xml.ts';
import type { DocxSignatureRequest } from './docx-signature-request.ts';
import { objectReference, SIGNED_OBJECT } from './part-reference.ts';
import { signedProperties, utcSecond } from './signed-properties.ts';

const SIGNATURE_ID = 'idPackageSignature';
const ID = { package: 'idPackageObject', office: 'idOfficeObject', properties: 'idSignedProperties' } as const;
/**
 * LibreOffice reads all signatures of a package into one document and finds the second one's elements for the third one
 * too. From the third on, ids carry a number, as it writes them itself; the standard's own stand in the first two.
 */
const FIRST_NUMBERED = 3;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SIGNED_PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties';
/** What Office's schema takes, in characters. */
const OFFICE_LIMIT = { name: 100, comments: 255 } as const;

/**
 * The XML of a signature over these references to parts. Every signed element is written in its canonical form, with
 * the namespaces around it, so that what is digested is what is written. `number` counts the package's signatures.
 */
export function signPackage(parts: readonly Canonical[], request: DocxSignatureRequest, number = 1): Uint8Array {
  const numbered = (id: string) => (number < FIRST_NUMBERED ? id : `${id}_${number}`);
  const id = { package: numbered(ID.package), office: numbered(ID.office), properties: numbered(ID.properties) };
  const packageObject = packageObjectOf(id.package, parts, request);
  const officeObject = officeObjectOf(id.office, request);
  const properties = signedProperties(id.properties, request);
  const signedInfo = element(
    'SignedInfo',
    { xmlns: DSIG },
    element('CanonicalizationMethod', { Algorithm: CANONICAL_XML }),
    element('SignatureMethod', { Algorithm: ECDSA_SHA_256 }),
    objectReference(id.package, SIGNED_OBJECT, packageObject),
    objectReference(id.office, SIGNED_OBJECT, officeObject),
    objectReference(id.properties, SIGNED_PROPERTIES_TYPE, properties, [
      element('Transform', { Algorithm: CANONICAL_XML }),
    ]),
  );
  const certificate = Buffer.from(request.certificate).toString('base64');
  const signature = element(
    'Signature',
    { xmlns: DSIG, Id: SIGNATURE_ID },
    signedInfo,
    element('SignatureValue', {}, text(ecdsa(signedInfo, request.privateKey))),
    element('KeyInfo', {}, element('X509Data', {}, element('X509Certificate', {}, text(certificate)))),
    packageObject,
    officeObject,
    element(
      'Object',
      {},
      element('xd:QualifyingProperties', { 'xmlns:xd': XADES, Target: `#${SIGNATURE_ID}` }, properties),
    ),
  );
  return Buffer.from(DECLARATION + signature);
}

/** r and s, one after the other, as XML signatures have them. */
function ecdsa(signed: Canonical, privateKey: Uint8Array): string {
  const key = { key: Buffer.from(privateKey), format: 'der', type: 'pkcs8', dsaEncoding: 'ieee-p1363' } as const;
  return sign('sha256', Buffer.from(signed), key).toString('base64');
}

function packageObjectOf(id: string, parts: readonly Canonical[], request: DocxSignatureRequest): Canonical {
  const own = { 'xmlns:mdssi': PACKAGE_SIGNATURE };
  const time = element(
    'mdssi:SignatureTime',
    own,
    element('mdssi:Format', {}, text('YYYY-MM-DDThh:mm:ssTZD')),
    element('mdssi:Value', {}, text(utcSecond(request))),
  );
  return element(
    'Object',
    { xmlns: DSIG, Id: id },
    element('Manifest', {}, ...parts),
    property('idSignatureTime', time),
  );
}

/** What Word and LibreOffice show of a signature. The schema asks for every element; those about the machine say nothing. */
function officeObjectOf(id: string, { signerName, reason }: DocxSignatureRequest): Canonical {
  const details: readonly (readonly [string, string])[] = [
    ['SetupID', ''],
    ['SignatureText', within(signerName, OFFICE_LIMIT.name)],
    ['SignatureImage', ''],
    ['SignatureComments', within(reason, OFFICE_LIMIT.comments)],
    ['WindowsVersion', ''],
    ['OfficeVersion', ''],
    ['ApplicationVersion', ''],
    ['Monitors', '1'],
    ['HorizontalResolution', '1'],
    ['VerticalResolution', '1'],
    ['ColorDepth', '32'],
    ['SignatureProviderId', '{00000000-0000-0000-0000-000000000000}'],
    ['SignatureProviderUrl', ''],
    ['SignatureProviderDetails', '9'],
    ['SignatureType', '1'],
    ['ManifestHashAlgorithm', SHA_256],
  ];
  const info = element(
    'SignatureInfoV1',
    { xmlns: OFFICE_SIGNATURE },
    ...details.map(([name, value]) => element(name, {}, text(value))),
  );
  return element('Object', { xmlns: DSIG, Id: id }, property('idOfficeV1Details', info));
}

function property(id: string, content: Canonical): Canonical {
  return element(
    'SignatureProperties',
    {},
    element('SignatureProperty', { Id: id, Target: `#${SIGNATURE_ID}` }, content),
  );
}

/** The text, or as much of it as fits with an ellipsis; never half a character. */
function within(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}
