import { checkDocument } from '../../../shared/documents/check-document.ts';
import type { SignedCheck, SignedRegister } from '../../../shared/model/evidence.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { drawDocx } from '../../exports/docx/draw-docx.ts';
import { signDocx } from '../../signing/opc/sign-docx.ts';
import { attachedCheck, attachedRegister, attachedSheet } from './attached-data.ts';
import { asPrinted } from './printed-characters.ts';

/** What the IQA's signing hands over: the sheet that came in, the check of it, and the IQA's key. */
export type CheckToSign = {
  readonly sheet: SignedSheet;
  readonly check: SignedCheck;
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly reason: string;
  /** The centre's register in force, which travels with the file. */
  readonly register?: SignedRegister | null;
};

/**
 * The check as a DOCX of its own, signed by the IQA over all its parts: the assessor's DOCX is named by its digest and
 * never altered. The EV's signature is added to this file by `signDocx`.
 */
export async function makeCheckDocx(input: CheckToSign): Promise<Uint8Array> {
  const { sheet, check } = input;
  const document = checkDocument({ sheet: asPrinted(sheet), check });
  const data = attachedSheet({ format: 'countersign-attachment/1', sheet, digest: check.sheet.digest, docx: null });
  const register = input.register ? [attachedRegister(input.register)] : [];
  return signDocx(await drawDocx(document, [attachedCheck(check), data, ...register]), {
    privateKey: input.privateKey,
    certificate: input.certificate,
    signedAt: check.signedAt,
    signerName: check.iqa.name,
    reason: input.reason,
    role: 'IQA',
  });
}
