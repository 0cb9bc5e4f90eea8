import type { CellContent, FormDocument, FormField } from '../../../shared/documents/document.ts';
import { pdfString } from './pdf-string.ts';

/** The name by which fields call the form's font. */
export const FORM_FONT = 'Form';

/**
 * A field's name in the PDF. In PDF a dot parts the names of a tree of fields, in which "qa.mark" could not stand beside
 * "qa.mark.context"; so the fields are a flat list, and their ids have strokes where the document has dots.
 */
export function fieldName(id: string): string {
  return id.replaceAll('.', '/');
}

/** The fields of a document by the signature place that they belong to. */
function fieldsByOwner(document: FormDocument): ReadonlyMap<string, readonly FormField[]> {
  const byOwner = new Map<string, FormField[]>();
  for (const field of fieldsOf(document)) byOwner.set(field.owner, [...(byOwner.get(field.owner) ?? []), field]);
  return byOwner;
}

function fieldsOf(document: FormDocument): readonly FormField[] {
  const tables = document.body.filter((block) => block.kind === 'table');
  const cells = tables.flatMap((table) => [...table.head, ...table.rows].flatMap((row) => row.cells));
  return cells.flatMap((cell) => cell.content.flatMap(fieldIn));
}

function fieldIn(content: CellContent): readonly FormField[] {
  return content.kind === 'field' ? [content.field] : [];
}

/** The widgets of one document, and what signing each signature place locks. */
export class FormPlaces {
  readonly #byOwner: ReadonlyMap<string, readonly FormField[]>;
  readonly #widgets = new Map<string, PDFKit.PDFKitReference>();

  constructor(document: FormDocument) {
    this.#byOwner = fieldsByOwner(document);
  }

  /** Enters a widget. Throws if the id is taken: a bug of the document. */
  add(id: string, widget: PDFKit.PDFKitReference): void {
    if (this.#widgets.has(id)) throw new Error(`The field "${id}" is there twice`);
    this.#widgets.set(id, widget);
  }

  /** The names of the fields that the owner fills in and that the owner's signature locks. */
  lockedBy(signature: FormField): readonly object[] {
    const own = this.#byOwner.get(signature.owner) ?? [];
    return own.filter((field) => field.type !== 'signature').map((field) => pdfString(fieldName(field.id)));
  }

  widgets(): readonly PDFKit.PDFKitReference[] {
    return [...this.#widgets.values()];
  }
}
