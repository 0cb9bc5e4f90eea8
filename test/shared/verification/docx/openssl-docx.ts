import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../../../support/zip-files.ts';
import type { Signer } from '../openssl-signer.ts';

/** How a package is to be signed; what Word does with SHA-256 and XAdES if nothing else is said. */
export type DocxSigning = {
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly method?: string;
  /** Arguments of `openssl dgst -sign`. */
  readonly options?: readonly string[];
  readonly canonical?: 'inclusive' | 'exclusive';
  /** Null leaves XAdES out, as older Office may. */
  readonly naming?: 'SigningCertificate' | 'SigningCertificateV2' | null;
  /** Bytes of r and of s; null for a signature that is no pair. */
  readonly field?: number | null;
};

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const TRANSFORMS = {
  inclusive: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
} as const;
const DIGESTS = {
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
} as const;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const folder = mkdtempSync(join(tmpdir(), 'countersign-openssl-docx-'));
let made = 0;

/** A package of one paragraph, signed with openssl, its XML made canonical by libxml2: none of it by code of ours. */
export function opensslDocx(signer: Signer, signing: DocxSigning = {}, text = 'PASS'): Promise<Buffer> {
  const document = `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  const main = `<Relationship Id="rId1" Target="word/document.xml" TargetMode="Internal" Type="${OFFICE}/officeDocument"></Relationship>`;
  const relationships = (all: string) => `<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  const signature = `${PACKAGE}/relationships/digital-signature`;
  const types = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>`;
  return zipOf([
    ['[Content_Types].xml', types],
    [
      '_rels/.rels',
      relationships(
        `${main.replace(' TargetMode="Internal"', '')}<Relationship Id="rId2" Type="${signature}/origin" Target="_xmlsignatures/origin.sigs"/>`,
      ),
    ],
    ['word/document.xml', document],
    ['_xmlsignatures/origin.sigs', ''],
    [
      '_xmlsignatures/_rels/origin.sigs.rels',
      relationships(`<Relationship Id="rId1" Type="${signature}/signature" Target="sig1.xml"/>`),
    ],
    ['_xmlsignatures/sig1.xml', signatureOf(signer, signing, document, relationships(main))],
  ]);
}

function signatureOf(
  { key, certificate }: Signer,
  {
    hash = 'sha256',
    method = 'ecdsa-sha256',
    options = [],
    canonical = 'inclusive',
    naming = 'SigningCertificate',
    field = 32,
  }: DocxSigning,
  document: string,
  relationships: string,
): string {
  const der = new X509Certificate(readFileSync(certificate)).raw;
  const digest = (content: Uint8Array | string) =>
    `<DigestMethod Algorithm="${DIGESTS[hash]}"/><DigestValue>${createHash(hash).update(content).digest('base64')}</DigestValue>`;
  const manifest = `<Object xmlns="${DSIG}" Id="idPackageObject"><Manifest><Reference URI="/_rels/.rels?ContentType=application/vnd.openxmlformats-package.relationships+xml"><Transforms><Transform Algorithm="${PACKAGE}/RelationshipTransform"><mdssi:RelationshipReference xmlns:mdssi="${PACKAGE}/digital-signature" SourceId="rId1"/></Transform><Transform Algorithm="${TRANSFORMS.inclusive}"/></Transforms>${digest(relationships)}</Reference><Reference URI="/word/document.xml?ContentType=${MAIN}">${digest(document)}</Reference></Manifest><SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature"><mdssi:SignatureTime xmlns:mdssi="${PACKAGE}/digital-signature"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>2026-11-22T14:02:03Z</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>`;
  const properties = `<xd:SignedProperties xmlns="${DSIG}" xmlns:xd="http://uri.etsi.org/01903/v1.3.2#" Id="idSignedProperties"><xd:SignedSignatureProperties><xd:SigningTime>2026-11-22T14:02:03Z</xd:SigningTime><xd:${naming}><xd:Cert><xd:CertDigest>${digest(der)}</xd:CertDigest></xd:Cert></xd:${naming}></xd:SignedSignatureProperties></xd:SignedProperties>`;
  const reference = (uri: string, content: string) =>
    `<Reference URI="#${uri}"><Transforms><Transform Algorithm="${TRANSFORMS[canonical]}"/></Transforms>${digest(canonicalOf(content, canonical))}</Reference>`;
  const references =
    reference('idPackageObject', manifest) + (naming ? reference('idSignedProperties', properties) : '');
  const more = method.includes('MGF1')
    ? 'http://www.w3.org/2007/05/xmldsig-more#'
    : method.includes('sha1') && method.startsWith('rsa')
      ? DSIG
      : 'http://www.w3.org/2001/04/xmldsig-more#';
  const info = `<SignedInfo xmlns="${DSIG}"><CanonicalizationMethod Algorithm="${TRANSFORMS[canonical]}"/><SignatureMethod Algorithm="${more}${method}"/>${references}</SignedInfo>`;
  const signed = execFileSync('openssl', ['dgst', `-${hash}`, '-sign', key, ...options], {
    input: canonicalOf(info, canonical),
  });
  const value = field === null ? signed : pairOf(signed, field);
  const qualifying = naming
    ? `<Object><xd:QualifyingProperties xmlns:xd="http://uri.etsi.org/01903/v1.3.2#" Target="#idPackageSignature">${properties}</xd:QualifyingProperties></Object>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Signature xmlns="${DSIG}" Id="idPackageSignature">${info}<SignatureValue>${value.toString('base64').replace(/.{76}/g, '$&\n')}</SignatureValue><KeyInfo><X509Data><X509Certificate>${der.toString('base64')}</X509Certificate></X509Data></KeyInfo>${manifest}${qualifying}</Signature>`;
}

function canonicalOf(xml: string, how: 'inclusive' | 'exclusive'): string {
  made += 1;
  const file = join(folder, `${made}.xml`);
  writeFileSync(file, xml);
  const args = [how === 'inclusive' ? '--c14n' : '--exc-c14n', file];
  return execFileSync('xmllint', args, { encoding: 'utf8' }).replace(/\n$/, '');
}

/** r and s side by side, of openssl's sequence of two integers. */
function pairOf(der: Buffer, size: number): Buffer {
  let at = (der[1] ?? 0) > 0x80 ? 3 : 2;
  const integers = [0, 1].map(() => {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    const plain = digits[0] === 0 ? digits.subarray(1) : digits;
    return Buffer.concat([Buffer.alloc(size - plain.length), plain]);
  });
  return Buffer.concat(integers);
}
