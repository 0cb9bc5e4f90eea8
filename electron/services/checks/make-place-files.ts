import type { SignedRegister } from '../../../shared/model/evidence.ts';
import { signDocx } from '../../signing/opc/sign-docx.ts';
import type { OpenKey } from '../identity/signing-key.ts';
import { makeCheckDocx } from '../sign-off/make-check-docx.ts';
import { signPlacePdf } from '../sign-off/sign-place-pdf.ts';
import type { BegunPlace } from './begin-place.ts';

/** What signing a place takes. */
export type PlaceToSign = {
  readonly begun: BegunPlace;
  readonly key: OpenKey;
  /** The check's DOCX as it is; null where there is none here. */
  readonly docx: Uint8Array | null;
  readonly register: SignedRegister | null;
};

/** The PDF with one signature more; the check's DOCX, made by the IQA's signature and signed on by the EV's. */
export async function makePlaceFiles({
  begun,
  key,
  docx,
  register,
}: PlaceToSign): Promise<{ readonly pdf: Uint8Array; readonly docx: Uint8Array | null }> {
  const { sheet, place, values, lines, check, reason, signerName, signing } = begun;
  const { privateKey, certificate } = key;
  const signature = { privateKey, certificate, reason, signerName, signedAt: signing.begunAt };
  const pdf = await signPlacePdf(begun.pdf, { ...signature, sheet, place, values, lines });
  if (check) return { pdf, docx: await makeCheckDocx({ sheet, check, privateKey, certificate, reason, register }) };
  if (place.role !== 'ev' || docx === null) return { pdf, docx: null };
  return { pdf, docx: await signDocx(docx, { ...signature, role: 'External verifier' }) };
}
