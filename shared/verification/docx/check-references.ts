import { err, ok, type Result } from '../../lib/result.ts';
import type { AlgorithmFault } from '../cms/algorithms.ts';
import { safeText } from '../safe-text.ts';
import { sameBytes } from '../same-bytes.ts';
import { reading } from '../unreadable.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import { canonicalXml } from '../xml/canonical-xml.ts';
import type { CoveredParts } from './coverage.ts';
import type { DocxFinding } from './docx-finding.ts';
import { RELATIONSHIPS_TYPE } from './names.ts';
import type { OpcPackage } from './opc-package.ts';
import type { RelationshipChoice, XmlReference } from './reference.ts';
import { chosenRelationships } from './relationship-transform.ts';
import { sourceOf } from './relationships.ts';
import type { SignedPiece } from './signature-document.ts';

type Change = Pick<Extract<DocxFinding, { code: 'part-changed' }>, 'part' | 'what'>;

/** What comparing the digests of a signature with the package came to. */
export type CheckedReferences = { readonly covered: CoveredParts; readonly changes: readonly Change[] };

/** True where the signature's own objects are those that were signed. */
export async function piecesAreWhole(
  pieces: readonly SignedPiece[],
  crypto: VerificationCrypto,
): Promise<Result<boolean, AlgorithmFault>> {
  for (const { reference, element, ancestors } of pieces) {
    if (!reference.hash.ok) return err(reference.hash.error);
    const bytes = canonicalXml(element, reference.canonical ?? { kind: 'inclusive' }, ancestors);
    if (!sameBytes(await crypto.digest(reference.hash.value, [bytes]), reference.digest)) return ok(false);
  }
  return ok(true);
}

/** Compares every part that a signature names with what it was; a part of the package is covered where it is the same. */
export async function checkParts(
  opened: OpcPackage,
  parts: readonly XmlReference[],
  crypto: VerificationCrypto,
): Promise<Result<CheckedReferences, AlgorithmFault>> {
  const covered = new Map<string, RelationshipChoice | null>();
  const changes: Change[] = [];
  for (const reference of parts) {
    if (!reference.hash.ok) return err(reference.hash.error);
    const { path, type } = addressOf(reference.uri);
    const name = opened.find(path);
    const change = (what: Change['what']) => changes.push({ part: safeText(path), what });
    if (name === null) {
      change('missing');
      continue;
    }
    const actual = opened.types.of(name);
    if (type !== null && type !== actual && !(actual === null && type === RELATIONSHIPS_TYPE)) change('kind');
    // A damaged part has its own finding; one that cannot be read as XML is not the one that was signed.
    const bytes = reading(() => bytesOf(opened, name, reference));
    const same = bytes.ok && sameBytes(await crypto.digest(reference.hash.value, [bytes.value]), reference.digest);
    if (!same) change(reference.choice ? 'relationships' : 'content');
    else covered.set(name, joined(covered.get(name), reference.choice));
  }
  return ok({ covered, changes });
}

function bytesOf(opened: OpcPackage, name: string, { choice, canonical }: XmlReference): Uint8Array {
  const source = sourceOf(name);
  if (choice !== null && source !== null) return chosenRelationships(opened.relationshipsOf(source), choice);
  const tree = canonical === null ? null : opened.tree(name);
  return canonical === null || tree === null ? (opened.bytes(name) ?? new Uint8Array()) : canonicalXml(tree, canonical);
}

/** The same part may be named twice, each time with some of its relationships. */
function joined(
  before: RelationshipChoice | null | undefined,
  now: RelationshipChoice | null,
): RelationshipChoice | null {
  if (before === undefined) return now;
  if (before === null || now === null) return null;
  return { ids: new Set([...before.ids, ...now.ids]), types: new Set([...before.types, ...now.types]) };
}

/** `/word/document.xml?ContentType=…` taken apart. */
function addressOf(uri: string): { readonly path: string; readonly type: string | null } {
  const [path = '', query] = uri.split('?');
  const type = /(?:^|&)ContentType=([^&]*)/.exec(query ?? '')?.[1];
  return { path: path.replace(/^\//, ''), type: type === undefined ? null : unescaped(type) };
}

function unescaped(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
