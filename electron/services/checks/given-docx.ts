import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SignedCheck } from '../../../shared/model/evidence.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import type { IncomingFile } from '../submissions/incoming-files.ts';
import { readCarriedCheck } from '../verification/carried-data.ts';
import { verifyKept } from '../verification/verify-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type SignedPdf, standsIn } from './signed-pdf.ts';

/** The DOCX that came with a PDF: the one that its assessor signed, or the check's own. */
export type GivenDocx =
  | { readonly kind: 'assessor'; readonly file: IncomingFile }
  | { readonly kind: 'check'; readonly file: IncomingFile; readonly check: SignedCheck };

/** Which DOCX it is, or why it does not belong to the PDF. */
export async function readGivenDocx(
  workspace: Workspace,
  file: IncomingFile,
  pdf: SignedPdf,
  launch: LaunchReader | undefined,
): Promise<Result<GivenDocx, AppError>> {
  const { name } = file;
  // The very bytes that the signed PDF names: there is nothing else to verify.
  if (file.sha256 === pdf.attached.docx) return ok({ kind: 'assessor', file });
  const verified = await verifyKept(workspace, file, launch);
  if (verified.type !== 'docx') return err({ code: 'not-a-signed-sheet', name, reason: 'type' });
  const { verdict } = verified;
  if (verdict !== 'intact') return err({ code: 'not-a-signed-sheet', name, reason: verdict });
  const check = readCarriedCheck(verified.check);
  const [first] = verified.signatures;
  if (!check || first?.fingerprint !== check.iqa.fingerprint || !isOf(check, pdf)) {
    return err({ code: 'not-a-signed-sheet', name, reason: 'other-sheet' });
  }
  return ok({ kind: 'check', file, check });
}

/** The check names this sheet and these files, its IQA signed the PDF too, and both say the same. */
function isOf(check: SignedCheck, { attached, assessorPdf, places, fields }: SignedPdf): boolean {
  const { sheet, digest, docx } = attached;
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'iqa');
  const signed = places.find((one) => one.place === place?.id);
  return (
    place !== undefined &&
    signed?.fingerprint === check.iqa.fingerprint &&
    check.sheet.digest === digest &&
    check.files.pdf === assessorPdf &&
    check.files.docx === docx &&
    standsIn(sheet, place, fields, check)
  );
}
