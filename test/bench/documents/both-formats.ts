import { createHash } from 'node:crypto';
import { drawDocx } from '../../../electron/exports/docx/draw-docx.ts';
import { makeSignedFiles } from '../../../electron/services/sign-off/make-signed-files.ts';
import type { Identity } from '../../../electron/signing/identity.ts';
import { partReferences } from '../../../electron/signing/opc/sign-docx.ts';
import { signPackage } from '../../../electron/signing/opc/sign-package.ts';
import { SignedPackage } from '../../../electron/signing/opc/signature-origin.ts';
import { readItems } from '../../../electron/signing/opc/zip-package.ts';
import { detachedCms } from '../../../electron/signing/pades/cms.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { present } from '../../support/result.ts';
import type { Contestant } from '../measure/rounds.ts';
import { bareDocx } from './bare-docx.ts';
import { barePdf } from './bare-pdfkit.ts';

type Sheet = { readonly sheet: SignedSheet; readonly digest: Digest };

/**
 * Signing sheets in both formats as the app does it, and what nobody could leave out: pdfkit and the DOCX library writing
 * the words, a hash of the PDF with a CMS over it, and the XML signature over the parts of a package that is open already.
 */
export async function bothFormats(sheets: readonly Sheet[], identity: Identity): Promise<readonly Contestant[]> {
  const { privateKey, certificate } = identity;
  const documents = sheets.map(markSheetDocument);
  const opened = new SignedPackage(await readItems(await drawDocx(present(documents[0]))));
  const { signedAt, assessor } = present(sheets[0]).sheet;
  const request = { privateKey, certificate, signedAt, signerName: assessor.name, reason: 'Assessor’s decision' };
  const ours = async () => {
    for (const sheet of sheets) await makeSignedFiles({ ...sheet, privateKey, certificate });
    return sheets.length;
  };
  const bare = async () => {
    for (const document of documents) {
      await bareDocx(document);
      signPackage(partReferences(opened), request);
      const pdf = await barePdf(document);
      detachedCms(createHash('sha256').update(pdf).digest(), privateKey, certificate);
    }
    return documents.length;
  };
  return [
    { name: 'both', run: ours },
    { name: 'both-bare', run: bare },
  ];
}
