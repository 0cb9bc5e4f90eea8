import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Instant } from '../../shared/lib/dates.ts';
import type { Digest, PersonId } from '../../shared/model/ids.ts';
import type { Role } from '../../shared/model/person.ts';
import { fingerprintOf, NAME_PART } from './certificate-names.ts';

/** Who the certificate names, and how long it is good for. */
export type IdentityRequest = {
  readonly name: string;
  /** Which person of a register it is; left out only where there is no register to look in. */
  readonly person?: PersonId;
  readonly roles: readonly Role[];
  readonly centre: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
};

/** A person's key with the certificate that goes with it. */
export type Identity = {
  /** PKCS#8. Keep it encrypted. */
  readonly privateKey: Uint8Array;
  /** X.509 version 3, DER. */
  readonly certificate: Uint8Array;
  /** SHA-256 of the certificate's DER. */
  readonly fingerprint: Digest;
};

const EXTENSION = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', subjectKeyIdentifier: '2.5.29.14' } as const;
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** digitalSignature and nonRepudiation, the two highest bits; six bits of the byte are unused. */
const SIGNS = { bits: 0xc0, unused: 6 } as const;
/** From 2050 on X.509 writes years with four digits. */
const LAST_SHORT_YEAR = 2049;

/** Makes a P-256 key and a certificate that it signs itself: trust comes from the centre's register, not from an issuer. */
export async function createIdentity(request: IdentityRequest): Promise<Identity> {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto });
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: arrayBuffer(serialNumber()) }),
    issuer: nameOf(request),
    subject: nameOf(request),
    notBefore: timeOf(request.validFrom),
    notAfter: timeOf(request.validUntil),
  });
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  const publicKey = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  certificate.extensions = extensions(publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  const der = new Uint8Array(certificate.toSchema(true).toBER(false));
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { privateKey: new Uint8Array(pkcs8), certificate: der, fingerprint: fingerprintOf(der) };
}

/** 16 random bytes, positive and never zero. */
function serialNumber(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

/** Each part is a name of its own: pkijs puts a list of parts into one, which readers show as "O=...+CN=...". */
function nameOf({ name, person, roles, centre }: IdentityRequest): pkijs.RelativeDistinguishedNames {
  const parts: [string, string][] = [[NAME_PART.organisation, centre]];
  for (const role of roles) parts.push([NAME_PART.organisationalUnit, role]);
  parts.push([NAME_PART.serialNumber, person ?? ''], [NAME_PART.commonName, name]);
  const names = parts
    .filter(([, value]) => value !== '')
    .map(([type, value]) => {
      // X.520 has a serial number in PrintableString; everything else is UTF-8.
      const text =
        type === NAME_PART.serialNumber ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value });
      const pair = [new asn1js.ObjectIdentifier({ value: type }), text];
      return new asn1js.Set({ value: [new asn1js.Sequence({ value: pair })] });
    });
  const schema = asn1js.fromBER(new asn1js.Sequence({ value: names }).toBER(false)).result;
  return new pkijs.RelativeDistinguishedNames({ schema });
}

function timeOf(instant: Instant): pkijs.Time {
  const value = new Date(instant);
  return new pkijs.Time({ type: value.getUTCFullYear() > LAST_SHORT_YEAR ? 1 : 0, value });
}

function extensions(publicKey: Uint8Array): pkijs.Extension[] {
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([SIGNS.bits]).buffer, unusedBits: SIGNS.unused });
  const identifier = new asn1js.OctetString({ valueHex: arrayBuffer(createHash('sha1').update(publicKey).digest()) });
  return [
    extension(EXTENSION.keyUsage, true, usage),
    extension(EXTENSION.basicConstraints, true, new asn1js.Sequence({ value: [] })),
    extension(EXTENSION.subjectKeyIdentifier, false, identifier),
  ];
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
