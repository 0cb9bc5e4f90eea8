import type { Canonical } from './canonical-xml.ts';
import type { DocxSignatureRequest } from './docx-signature-request.ts';
import { partReference, relationshipsReference } from './part-reference.ts';
import { isRelationshipsPart, Relationships, ROOT_RELATIONSHIPS } from './relationships.ts';
import { signPackage } from './sign-package.ts';
import { ORIGIN_RELATION, SignedPackage } from './signature-origin.ts';
import { type Item, readItems, writeItems } from './zip-package.ts';

/**
 * Signs a package as ECMA-376 part 2 has it, with XAdES: every part by its bytes and type, every relationship but the
 * one to the signatures. All parts keep their bytes and all earlier signatures stay valid. Throws where the package
 * breaks a limit or is in a form that is not understood.
 */
export async function signDocx(docx: Uint8Array, request: DocxSignatureRequest): Promise<Uint8Array> {
  const opened = new SignedPackage(await readItems(docx));
  const parts = partReferences(opened, request.countersigns ?? false);
  return writeItems(opened.withSignature(signPackage(parts, request, opened.signatures + 1)));
}

/** What a signature of this package covers, each with its digest. */
export function partReferences(opened: SignedPackage, withSignatures = false): readonly Canonical[] {
  return opened.parts(withSignatures).map((part) => referenceTo(part, opened.types.of(part.name)));
}

/**
 * A part that holds no relationship has none to name, and one that is not plain is transformed in several ways: they are
 * signed by their bytes, as any part may be. Only the package's own relationships have to take one more.
 */
function referenceTo({ name, content }: Item, contentType: string): Canonical {
  if (!isRelationshipsPart(name)) return partReference(name, contentType, content);
  const relationships = new Relationships(content);
  const signed = relationships.all.filter(({ type }) => type !== ORIGIN_RELATION);
  if (name === ROOT_RELATIONSHIPS && signed.length === 0) throw new Error('The package holds nothing');
  if (name !== ROOT_RELATIONSHIPS && (signed.length === 0 || !relationships.plain))
    return partReference(name, contentType, content);
  return relationshipsReference(name, contentType, signed);
}
