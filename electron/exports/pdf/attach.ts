import { createHash } from 'node:crypto';
import type { Attachment } from '../attachment.ts';
import { pdfString } from './pdf-string.ts';
import type {} from './pdfkit-internals.ts';

/** As PDF writes the name "application/json". */
const JSON_TYPE = 'application#2Fjson';

/**
 * Puts files into the document as PDF/A-3 asks: each named in the list of embedded files, and associated with the
 * document as its data (ISO 19005-3, 6.8).
 */
export function attach(document: PDFKit.PDFDocument, attachments: readonly Attachment[], at: Date): void {
  const associated = attachments.map(({ name, json, description }) => {
    const bytes = Buffer.from(json);
    const checkSum = createHash('md5').update(bytes).digest();
    const file = document.ref({
      Type: 'EmbeddedFile',
      Subtype: JSON_TYPE,
      Params: { Size: bytes.length, CreationDate: at, ModDate: at, CheckSum: checkSum },
    });
    file.end(bytes);
    const specification = document.ref({
      Type: 'Filespec',
      F: pdfString(name),
      UF: pdfString(name),
      Desc: pdfString(description),
      AFRelationship: 'Data',
      EF: { F: file, UF: file },
    });
    specification.end(undefined);
    document.addNamedEmbeddedFile(name, specification);
    return specification;
  });
  if (associated.length > 0) document._root.data.AF = associated;
}
