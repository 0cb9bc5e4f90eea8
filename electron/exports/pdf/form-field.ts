import type { FormField } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { FormPdf } from './form-pdf.ts';
import { fieldName } from './form-places.ts';
import { STYLE } from './house-style.ts';
import { pdfString } from './pdf-string.ts';
import type { StructureNode } from './structure-node.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const PRINTED = 4;
const COMBO = 0x20000;
const CENTRED = 1;

/**
 * Lays a field out: a widget with its name, what it is called to a person, an empty appearance, and for a signature what
 * it locks, so that filling and signing can be added to the file without a change to what is there.
 */
export function addField(
  pdf: FormPdf,
  of: StructureNode,
  field: FormField,
  box: Box,
  size: number = STYLE.body.size,
): void {
  const document = pdf.pdfkit;
  pdf.endMark();
  const element = pdf.element(of);
  const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height] });
  appearance.end('q Q');
  const locked = field.type === 'signature' ? pdf.form.lockedBy(field) : [];
  const lock = locked.length > 0 ? document.ref({ Type: 'SigFieldLock', Action: 'Include', Fields: locked }) : null;
  lock?.end(undefined);
  document.annotate(box.x, box.y, box.width, box.height, {
    Subtype: 'Widget',
    ...typeOf(field, size),
    T: pdfString(fieldName(field.id)),
    TU: pdfString(field.name),
    F: PRINTED,
    P: document.page.dictionary,
    AP: { N: appearance },
    ...(lock ? { Lock: lock } : {}),
    structParent: element,
  });
  element.end();
  pdf.form.add(field.id, document.page.annotations.at(-1));
}

function typeOf(field: FormField, size: number): Pick<PDFKit.Mixins.Widget, 'FT' | 'Ff' | 'Q' | 'DA' | 'Opt'> {
  const DA = pdfString(`/F1 ${size} Tf 0 g`);
  switch (field.type) {
    case 'signature':
      return { FT: 'Sig' };
    case 'choice':
      return { FT: 'Ch', Ff: COMBO, Q: CENTRED, Opt: (field.options ?? []).map(pdfString), DA };
    case 'number':
      return { FT: 'Tx', Q: CENTRED, DA };
    case 'text':
    case 'date':
      return { FT: 'Tx', DA };
    default:
      return assertNever(field.type);
  }
}
