import { pdfString } from './pdf-string.ts';

type Branch = { readonly reference: PDFKit.PDFKitReference; readonly kids: PDFKit.PDFKitReference[] };

/**
 * The fields of a document by name. PDF has no dots in a field's own name: "qa.mark.context" is the field "context" of
 * "mark" of "qa", and every reader shows the full name.
 */
export class FormTree {
  readonly #document: PDFKit.PDFDocument;
  readonly #branches = new Map<string, Branch>();
  readonly #roots: PDFKit.PDFKitReference[] = [];
  readonly #leaves = new Set<string>();

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
  }

  get empty(): boolean {
    return this.#leaves.size === 0;
  }

  /** Where a field hangs. Throws if the id is taken or is the beginning of another one: a bug of the document. */
  place(id: string): { readonly partialName: string; readonly parent: PDFKit.PDFKitReference | null } {
    const { above, own } = split(id);
    if (this.#leaves.has(id) || this.#branches.has(id)) throw new Error(`The field "${id}" is there twice`);
    return { partialName: own, parent: above === '' ? null : this.#branch(above).reference };
  }

  add(id: string, widget: PDFKit.PDFKitReference): void {
    const { above } = split(id);
    this.#leaves.add(id);
    (above === '' ? this.#roots : this.#branch(above).kids).push(widget);
  }

  /** What the form lists. pdfkit writes the branches as it ends the form. */
  roots(): readonly PDFKit.PDFKitReference[] {
    for (const { reference, kids } of this.#branches.values()) Object.assign(reference.data, { Kids: kids });
    return this.#roots;
  }

  #branch(id: string): Branch {
    const known = this.#branches.get(id);
    if (known) return known;
    if (this.#leaves.has(id)) throw new Error(`The field "${id}" cannot have others under it`);
    const { above, own } = split(id);
    const parent = above === '' ? null : this.#branch(above);
    const reference = this.#document.ref({ T: pdfString(own), ...(parent ? { Parent: parent.reference } : {}) });
    (parent ? parent.kids : this.#roots).push(reference);
    const branch = { reference, kids: [] };
    this.#branches.set(id, branch);
    return branch;
  }
}

function split(id: string): { readonly above: string; readonly own: string } {
  const dot = id.lastIndexOf('.');
  return { above: id.slice(0, Math.max(dot, 0)), own: id.slice(dot + 1) };
}
