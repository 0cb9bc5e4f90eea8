import { X509Certificate } from 'node:crypto';
import { DSIG, XADES } from './algorithms.ts';
import { type Canonical, element, text } from './canonical-xml.ts';
import type { DocxSignatureRequest } from './docx-signature-request.ts';
import { digestOf } from './part-reference.ts';

/** What is signed here: approval, as Office says it, with the reason and the signer's name in full. */
const APPROVAL = { id: 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval', says: 'Approved this document' } as const;

/**
 * The properties that XAdES signs with a document: EPES with its policy implied. The certificate stands in the first
 * form of its element, since Office asks for that one.
 */
export function signedProperties(id: string, request: DocxSignatureRequest): Canonical {
  const { role } = request;
  return element(
    'xd:SignedProperties',
    { xmlns: DSIG, 'xmlns:xd': XADES, Id: id },
    element(
      'xd:SignedSignatureProperties',
      {},
      element('xd:SigningTime', {}, text(utcSecond(request))),
      signingCertificate(request.certificate),
      element('xd:SignaturePolicyIdentifier', {}, element('xd:SignaturePolicyImplied')),
      ...(role === undefined
        ? []
        : [element('xd:SignerRole', {}, element('xd:ClaimedRoles', {}, element('xd:ClaimedRole', {}, text(role))))]),
    ),
    element('xd:SignedDataObjectProperties', {}, commitment(request)),
  );
}

/** `2026-11-22T08:32:03Z`: Office asks for UTC and knows no fractions of a second. */
export function utcSecond({ signedAt }: DocxSignatureRequest): string {
  return `${new Date(signedAt).toISOString().slice(0, 19)}Z`;
}

function commitment({ reason, signerName }: DocxSignatureRequest): Canonical {
  return element(
    'xd:CommitmentTypeIndication',
    {},
    element(
      'xd:CommitmentTypeId',
      {},
      element('xd:Identifier', {}, text(APPROVAL.id)),
      element('xd:Description', {}, text(APPROVAL.says)),
    ),
    element('xd:AllSignedDataObjects'),
    element(
      'xd:CommitmentTypeQualifiers',
      {},
      element('xd:CommitmentTypeQualifier', {}, text(reason)),
      element('xd:CommitmentTypeQualifier', {}, text(signerName)),
    ),
  );
}

function signingCertificate(certificate: Uint8Array): Canonical {
  const parsed = new X509Certificate(certificate);
  return element(
    'xd:SigningCertificate',
    {},
    element(
      'xd:Cert',
      {},
      element('xd:CertDigest', {}, ...digestOf(certificate)),
      element(
        'xd:IssuerSerial',
        {},
        element('X509IssuerName', {}, text(distinguishedName(parsed.issuer))),
        element('X509SerialNumber', {}, text(BigInt(`0x${parsed.serialNumber}`).toString())),
      ),
    ),
  );
}

/** As RFC 4514 writes a name: the last part first. Node gives a line for each part, its value escaped already. */
function distinguishedName(lines: string): string {
  return lines.split('\n').reverse().join(',');
}
