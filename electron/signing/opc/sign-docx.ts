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
  return writeItems(opened.withSignature(signPackage(partReferences(opened), request)));
}

/** What a signature of this package covers, each with its digest. */
export function partReferences(opened: SignedPackage): readonly Canonical[] {
  return opened.parts.map((part) => referenceTo(part, opened.types.of(part.name)));
}

/** Where a part holds no relationship there is none to name: it is signed by its bytes, as any part may be. */
function referenceTo({ name, content }: Item, contentType: string): Canonical {
  if (!isRelationshipsPart(name)) return partReference(name, contentType, content);
  const signed = new Relationships(content).all.filter(({ type }) => type !== ORIGIN_RELATION);
  if (signed.length > 0) return relationshipsReference(name, contentType, signed);
  if (name === ROOT_RELATIONSHIPS) throw new Error('The package holds nothing');
  return partReference(name, contentType, content);
}
