import { createHash } from 'node:crypto';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { makeCheckDocx } from '../../../../electron/services/sign-off/make-check-docx.ts';
import { makeSignedFiles } from '../../../../electron/services/sign-off/make-signed-files.ts';
import type { Identity } from '../../../../electron/signing/identity.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { signPdf } from '../../../../electron/signing/pades/sign-pdf.ts';
import type { FormDocument } from '../../../../shared/documents/document.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import {
  ATTACHMENT,
  type AttachedSheet,
  type SignedCheck,
  type SignedRegister,
} from '../../../../shared/model/evidence.ts';
import type { Digest } from '../../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { identityOf } from '../../../electron/signing/signers.ts';
import { checkOf, signedSheetOf } from '../../documents/checks.ts';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex') as Digest;

export const ama = await identityOf('Ama Mensah', 'assessor');
export const rhys = await identityOf('Rhys Pryce', 'iqa', 'lead-iqa');
export const eleri = await identityOf('Eleri Vaughan', 'ev');

/** A sheet that names the assessor who signs it, by default with the key that it is signed with. */
export function sheetBy(who: Identity, more: Partial<SignedSheet> = {}): SignedSheet {
  const sheet = signedSheetOf(more);
  return { ...sheet, assessor: { ...sheet.assessor, name: 'Ama Mensah', fingerprint: who.fingerprint } };
}

/** What an honest app makes of a sheet. */
export async function filesOf(
  sheet: SignedSheet,
  more: { readonly who?: Identity; readonly digest?: Digest; readonly register?: SignedRegister } = {},
) {
  const { who = ama, digest = sha256(canonicalJson(sheet)), register = null } = more;
  const { privateKey, certificate } = who;
  const { pdf, docx } = await makeSignedFiles({ sheet, digest, privateKey, certificate, register });
  return { sheet, digest, pdf: Uint8Array.from(pdf), docx: Uint8Array.from(docx) };
}

/** The IQA's check of a sheet's files, signed by the IQA. */
export async function checkFile(
  files: Awaited<ReturnType<typeof filesOf>>,
  more: Partial<SignedCheck> = {},
): Promise<Uint8Array> {
  const { sheet, digest, pdf, docx } = files;
  const check = checkOf(sheet, {
    sheet: { sheet: sheet.sheet, revision: sheet.revision, digest },
    files: { pdf: sha256(pdf), docx: sha256(docx) },
    iqa: { ...checkOf(sheet).iqa, name: 'Rhys Pryce', fingerprint: rhys.fingerprint },
    ...more,
  });
  const { privateKey, certificate } = rhys;
  return Uint8Array.from(await makeCheckDocx({ sheet, check, privateKey, certificate, reason: 'Check' }));
}

/** What a dishonest one makes: the pages say one thing, the attached data another, and the assessor signs both. */
export async function twoFacedFiles(
  printed: SignedSheet,
  attached: Partial<AttachedSheet> & { readonly sheet: SignedSheet },
  more: { readonly fill?: (document: FormDocument) => FormDocument; readonly who?: Identity } = {},
) {
  const { privateKey, certificate } = more.who ?? ama;
  const digest = attached.digest ?? sha256(canonicalJson(attached.sheet));
  const data: AttachedSheet = { format: 'countersign-attachment/1', digest, docx: null, ...attached };
  const attachment = { name: ATTACHMENT.sheet, json: canonicalJson(data), description: 'data' };
  const drawn = markSheetDocument({ sheet: printed, digest });
  const document = more.fill ? more.fill(drawn) : drawn;
  const { signedAt } = attached.sheet;
  const signature = { privateKey, certificate, signedAt, signerName: 'Ama Mensah', reason: 'Decision' };
  const docx = await signDocx(await drawDocx(document, [attachment]), signature);
  const pdf = await signPdf(await drawPdf(document, { attachments: [attachment] }), {
    ...signature,
    fieldId: 'assessor.signature',
    location: '',
    certify: true,
    appearance: [],
  });
  return { pdf: Uint8Array.from(pdf), docx: Uint8Array.from(docx) };
}
