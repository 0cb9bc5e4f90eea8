import type { FormField } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { FormPdf } from './form-pdf.ts';
import { FORM_FONT, fieldName } from './form-places.ts';
import { STYLE } from './house-style.ts';
import { pdfString } from './pdf-string.ts';
import type { StructureNode } from './structure-node.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How what is filled in is set. */
type FieldType = { readonly size: number; readonly centred: boolean };

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
  type: FieldType = { size: STYLE.body.size, centred: field.type === 'choice' },
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
    ...typeOf(field, type),
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

function typeOf(field: FormField, type: FieldType): Pick<PDFKit.Mixins.Widget, 'FT' | 'Ff' | 'Q' | 'DA' | 'Opt'> {
  const set = { DA: pdfString(`/${FORM_FONT} ${type.size} Tf 0 g`), ...(type.centred ? { Q: CENTRED } : {}) };
  switch (field.type) {
    case 'signature':
      return { FT: 'Sig' };
    case 'choice':
      return { FT: 'Ch', Ff: COMBO, Opt: (field.options ?? []).map(pdfString), ...set };
    case 'number':
    case 'text':
    case 'date':
      return { FT: 'Tx', ...set };
    default:
      return assertNever(field.type);
  }
}
