import type { FormField } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { FormPdf } from './form-pdf.ts';
import { pdfString } from './pdf-string.ts';
import type { StructureNode } from './structure-node.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const PRINTED = 4;
const COMBO = 0x20000;
const CENTRED = 1;

/**
 * Lays a field out: a widget with its name, what it is called to a person, and an empty appearance, so that filling
 * and signing can be added to the file without a change to what is there.
 */
export function addField(pdf: FormPdf, of: StructureNode, field: FormField, box: Box): void {
  const document = pdf.pdfkit;
  pdf.endMark();
  const element = pdf.element(of);
  const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height] });
  appearance.end('q Q');
  const { partialName, parent } = pdf.form.place(field.id);
  document.annotate(box.x, box.y, box.width, box.height, {
    Subtype: 'Widget',
    ...typeOf(field),
    T: pdfString(partialName),
    ...(parent ? { Parent: parent } : {}),
    TU: pdfString(field.name),
    F: PRINTED,
    P: document.page.dictionary,
    AP: { N: appearance },
    structParent: element,
  });
  element.end();
  pdf.form.add(field.id, document.page.annotations.at(-1));
}

function typeOf(field: FormField): Pick<PDFKit.Mixins.Widget, 'FT' | 'Ff' | 'Q' | 'DA' | 'Opt'> {
  switch (field.type) {
    case 'signature':
      return { FT: 'Sig' };
    case 'choice':
      return { FT: 'Ch', Ff: COMBO, Opt: (field.options ?? []).map(pdfString), DA: pdfString('/F1 8.5 Tf 0 g') };
    case 'number':
      return { FT: 'Tx', Q: CENTRED, DA: pdfString('/F1 11 Tf 0 g') };
    case 'text':
    case 'date':
      return { FT: 'Tx', DA: pdfString('/F1 8.5 Tf 0 g') };
    default:
      return assertNever(field.type);
  }
}
