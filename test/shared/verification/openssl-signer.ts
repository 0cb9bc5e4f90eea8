import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ASSESSOR, appendUpdate, type Objects, type UpdateOptions } from './small-pdf.ts';
import { patched, text } from './verifying.ts';

/** A key with a certificate, made by openssl. */
export type Signer = { readonly key: string; readonly certificate: string };

/** How a signature is to be made; openssl's CAdES with SHA-256 if nothing else is said. */
export type Signing = UpdateOptions & {
  /** Object number and dictionary of the field. */
  readonly field?: number;
  readonly dictionary?: string;
  /** Object number of the signature. */
  readonly number?: number;
  readonly subFilter?: string;
  /** More of the signature's dictionary, such as `/Reference [...]`. */
  readonly more?: string;
  /** What else the update brings. */
  readonly objects?: Objects;
  /** Arguments of `openssl cms -sign`. */
  readonly cms?: readonly string[];
  /** Bytes left for the CMS. */
  readonly room?: number;
  /** Makes the CMS in another way. */
  readonly seal?: (covered: Uint8Array) => Uint8Array;
};

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const ROOM = 1200;
const folder = mkdtempSync(join(tmpdir(), 'countersign-verification-'));
let made = 0;

/** `algorithm` as `openssl req -newkey` has it. */
export function makeSigner(name: string, ...algorithm: readonly string[]): Signer {
  made += 1;
  const key = join(folder, `${made}.key`);
  const certificate = join(folder, `${made}.pem`);
  const kind = algorithm.length > 0 ? algorithm : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const args = ['req', '-x509', '-newkey', ...kind, '-nodes', '-days', '3650', '-subj', `/CN=${name}`, '-utf8'];
  execFileSync('openssl', [...args, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  return { key, certificate };
}

/** Signs as an appended update, the byte range put together here and the CMS made by openssl. */
export function sign(pdf: Uint8Array, signer: Signer, signing: Signing = {}): Uint8Array {
  const {
    field = 5,
    dictionary = ASSESSOR,
    number = 20,
    subFilter = 'ETSI.CAdES.detached',
    more = '',
    room = ROOM,
  } = signing;
  const range = `/ByteRange [0 ${'*'.repeat(30)}]`;
  const hole = `<${'0'.repeat(room * 2)}>`;
  const objects = {
    ...signing.objects,
    [field]: `<< ${dictionary} /V ${number} 0 R >>`,
    [number]: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} ${more} ${range} /Contents ${hole} >>`,
  };
  const open = appendUpdate(pdf, objects, signing);
  const from = text(open).indexOf(hole, pdf.length);
  const to = from + hole.length;
  const numbers = `${from} ${to} ${open.length - to}`.padEnd(30);
  const ranged = patched(open, text(open).indexOf('*'.repeat(30), pdf.length), Buffer.from(numbers, 'latin1'));
  const covered = Buffer.concat([ranged.subarray(0, from), ranged.subarray(to)]);
  const cms = signing.seal?.(covered) ?? makeCms(covered, signer, signing.cms ?? ['-cades', '-md', 'sha256']);
  return patched(ranged, from + 1, Buffer.from(Buffer.from(cms).toString('hex'), 'latin1'));
}

export function makeCms(covered: Uint8Array, { key, certificate }: Signer, args: readonly string[]): Uint8Array {
  const content = join(folder, 'content');
  const cms = join(folder, 'cms.der');
  writeFileSync(content, covered);
  const common = ['cms', '-sign', '-binary', '-outform', 'DER', '-in', content, '-out', cms];
  execFileSync('openssl', [...common, '-signer', certificate, '-inkey', key, ...args], { stdio: 'ignore' });
  return new Uint8Array(readFileSync(cms));
}

/** The first signature certifies: fields may be filled in and signed from then on. */
export function certifies(permission: number): string {
  return `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P ${permission} /V /1.2 >> >>]`;
}

export function locks(action: string, ...fields: readonly string[]): string {
  const names = fields.map((field) => `(${field})`).join(' ');
  return `/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /Action /${action} /Fields [${names}] /V /1.2 >> >>]`;
}
