import { EXTRACT_SIGNATURE, type ExtractPrint, extractDocument } from '../../../shared/documents/extract-document.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { ATTACHMENT, type SignedExtract } from '../../../shared/model/evidence.ts';
import { drawable } from '../../exports/fonts/drawable.ts';
import { drawPdf } from '../../exports/pdf/draw-pdf.ts';
import { signText } from '../../signing/detached-text.ts';
import { signPdf } from '../../signing/pades/sign-pdf.ts';
import type { OpenKey } from '../identity/signing-key.ts';

/** The extract as signed JSON, and as a PDF that shows it, carries it and is signed by the same key. */
export async function makeExtractFiles(
  text: string,
  print: ExtractPrint,
  key: OpenKey,
): Promise<{ readonly json: Uint8Array; readonly pdf: Uint8Array }> {
  const { privateKey, certificate } = key;
  const { extract } = print;
  const signed: SignedExtract = {
    format: 'countersign-signed-extract/1',
    ...signText(text, { privateKey, certificate, signedAt: extract.madeAt }),
  };
  const json = canonicalJson(signed);
  const description = 'The extract of the audit chain as signed data';
  // The attached data has every character itself.
  const drawn = await drawPdf(drawable(extractDocument(print)), {
    attachments: [{ name: ATTACHMENT.extract, json, description }],
  });
  const pdf = await signPdf(drawn, {
    fieldId: EXTRACT_SIGNATURE,
    privateKey,
    certificate,
    signedAt: extract.madeAt,
    signerName: extract.madeBy.name,
    reason: `Extract of the audit chain, ${print.digest}`,
    location: extract.centre.name,
    certify: true,
    // The lines stand on the page already, as the document has them.
    appearance: [],
  });
  return { json: Buffer.from(json, 'utf8'), pdf };
}
