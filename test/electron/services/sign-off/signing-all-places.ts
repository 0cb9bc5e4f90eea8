import { createHash } from 'node:crypto';
import { makeCheckDocx } from '../../../../electron/services/sign-off/make-check-docx.ts';
import { makeSignedFiles } from '../../../../electron/services/sign-off/make-signed-files.ts';
import { signPlacePdf } from '../../../../electron/services/sign-off/sign-place-pdf.ts';
import { signedContent } from '../../../../electron/services/sign-off/signed-content.ts';
import type { Identity } from '../../../../electron/signing/identity.ts';
import { formFor } from '../../../../shared/documents/countersigner.ts';
import { type PlaceEntries, placeValues } from '../../../../shared/documents/place-values.ts';
import { signedLinesFor } from '../../../../shared/documents/signed-lines.ts';
import type { CivilDate, Instant } from '../../../../shared/lib/dates.ts';
import type { SignedCheck, SignedRegister } from '../../../../shared/model/evidence.ts';
import type { Digest } from '../../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { checkOf, signedSheetOf } from '../../../shared/documents/checks.ts';
import { paperForm } from '../../../shared/documents/sheets.ts';
import { present } from '../../../support/result.ts';
import { identityOf } from '../../signing/signers.ts';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Digest;

type Signer = { readonly name: string; readonly who: Identity; readonly at: Instant; readonly day: CivilDate };
const signer = async (name: string, day: string): Promise<Signer> => ({
  name,
  who: await identityOf(name),
  at: `${day}T10:12:00.000+00:00` as Instant,
  day: day as CivilDate,
});

/** One for each place of the form, in the order in which they sign; each name is of another script. */
const SIGNERS = {
  assessor: await signer('Morgan Vale (demo)', '2026-11-22'),
  countersigner: await signer('Zoë Ångström-Nguyễn', '2026-12-01'),
  iqa: await signer('Ελένη Παπαδοπούλου', '2026-12-02'),
  ev: await signer('שרה כהן', '2027-01-12'),
};
type Place = keyof typeof SIGNERS;

export type SignedBy = { readonly place: Place; readonly pdf: Uint8Array };

/** A sheet of an assessor in training, signed at every place of its form, and the check of it. */
export async function signedAtAllPlaces(register: SignedRegister | null = null) {
  const drawn = signedSheetOf({ form: formFor(paperForm, ['assessor', 'assessor-in-training']) });
  const { name, who: author } = SIGNERS.assessor;
  const sheet: SignedSheet = { ...drawn, assessor: { ...drawn.assessor, name, fingerprint: author.fingerprint } };
  const { digest } = signedContent(sheet);
  const { privateKey, certificate } = SIGNERS.assessor.who;
  const files = await makeSignedFiles({ sheet, digest, privateKey, certificate, register });
  const iqa = SIGNERS.iqa;
  const check: SignedCheck = checkOf(sheet, {
    sheet: { sheet: sheet.sheet, revision: sheet.revision, digest },
    files: { pdf: sha256(files.pdf), docx: sha256(files.docx) },
    iqa: { ...checkOf(sheet).iqa, name: iqa.name, fingerprint: iqa.who.fingerprint },
  });
  const pdfs: SignedBy[] = [{ place: 'assessor', pdf: files.pdf }];
  for (const place of ['countersigner', 'iqa', 'ev'] as const) {
    pdfs.push({ place, pdf: await atPlace(present(pdfs.at(-1)).pdf, sheet, place, check) });
  }
  const { who } = iqa;
  const checkDocx = await makeCheckDocx({ ...who, sheet, check, reason: 'Check by IQA', register });
  return { sheet, digest, files, check, pdfs, checkDocx };
}

function atPlace(pdf: Uint8Array, sheet: SignedSheet, id: Place, check: SignedCheck): Promise<Uint8Array> {
  const { name, who, at: signedAt, day: date } = SIGNERS[id];
  const place = present(sheet.form.signaturePlaces.find((one) => one.id === id));
  const entries: PlaceEntries = { marks: check.marks, decision: check.decision, date, name };
  return signPlacePdf(pdf, {
    sheet,
    place,
    values: placeValues(sheet, place, entries),
    lines: signedLinesFor({ name, signedAt, fingerprint: who.fingerprint }),
    privateKey: who.privateKey,
    certificate: who.certificate,
    signedAt,
    signerName: name,
    reason: `Signed at ${id}`,
  });
}
