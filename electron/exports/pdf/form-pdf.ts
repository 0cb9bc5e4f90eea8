import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { FormDocument } from '../../../shared/documents/document.ts';
import type { Attachment } from '../attachment.ts';
import type { Line } from '../fonts/break-lines.ts';
import { DocumentFonts } from '../fonts/document-fonts.ts';
import { formFont } from '../fonts/form-font.ts';
import { lineOperators } from '../fonts/text-operators.ts';
import { attach } from './attach.ts';
import { writeFont, writeFormFont } from './embed-font.ts';
import { FORM_FONT, FormPlaces } from './form-places.ts';
import { pdfString } from './pdf-string.ts';
import type {} from './pdfkit-internals.ts';
import type { StructureNode } from './structure-node.ts';
import { xmpOf } from './xmp.ts';

/** The conformance that the file declares. Part 1 has no attachments; it is what PDFBox preflight can judge. */
export type Conformance = 'PDF/A-1b' | 'PDF/A-3b';

/** What is no part of the document's text: borders, footers, repeated heads. */
type Artifact = 'Pagination' | 'Layout';

/** There are signature fields, and the file may only be added to. */
const APPEND_ONLY = 3;
const PRODUCT = 'Countersign';

/** One PDF being drawn: pages, marked text, lines and fields, in coordinates from the top left. */
export class FormPdf {
  readonly #document: PDFKit.PDFDocument;
  readonly #fonts = new DocumentFonts('F');
  readonly #elements = new Map<StructureNode, PDFKit.PDFStructureElement>();
  readonly #form: FormPlaces;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  #marked: StructureNode | Artifact | null = null;

  constructor(document: FormDocument, conformance: Conformance, attachments: readonly Attachment[]) {
    if (conformance === 'PDF/A-1b' && attachments.length > 0) throw new Error('PDF/A-1 has no attachments');
    const createdAt = new Date(document.createdAt);
    const { title, subject, author } = document;
    this.#document = new PDFDocument({
      size: 'A4',
      margin: 0,
      font: '',
      autoFirstPage: false,
      bufferPages: true,
      tagged: true,
      displayTitle: true,
      lang: document.language,
      pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
      subset: conformance,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Creator: PRODUCT,
        Producer: PRODUCT,
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    });
    this.#form = new FormPlaces(document);
    const content = JSON.stringify([document, attachments]);
    this.#document._id = createHash('sha256').update(content).digest().subarray(0, 16);
    attach(this.#document, attachments, createdAt);
    const xmp = xmpOf({ title, author, subject, creator: PRODUCT, producer: PRODUCT, createdAt });
    this.#document._addInfo = () => this.#document.appendXML(xmp);
    this.#document.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#document.on('end', resolve);
      this.#document.on('error', reject);
    });
  }

  get pageCount(): number {
    return this.#document.bufferedPageRange().count;
  }

  addPage(): void {
    this.endMark();
    this.#document.addPage();
  }

  /** Goes back to a page, counted from 0. */
  turnTo(page: number): void {
    this.endMark();
    this.#document.switchToPage(page);
  }

  /** What is drawn from here on belongs to `place`. */
  mark(place: StructureNode | Artifact): void {
    if (this.#marked === place) return;
    this.endMark();
    this.#marked = place;
    if (typeof place === 'string') {
      this.#document.markContent('Artifact', { type: place });
    } else {
      const element = this.element(place);
      element.add(this.#document.markStructureContent(place.tag));
    }
  }

  endMark(): void {
    if (this.#marked !== null) this.#document.endMarkedContent();
    this.#marked = null;
  }

  /** The structure element of a node, made with all that it hangs from. */
  element(node: StructureNode): PDFKit.PDFStructureElement {
    const known = this.#elements.get(node);
    if (known) return known;
    const element = this.#document.struct(node.tag, node.alt === undefined ? {} : { alt: node.alt });
    if (node.attributes) Object.assign(element.dictionary.data, { A: node.attributes });
    this.#elements.set(node, element);
    if (node.parent) this.element(node.parent).add(element);
    else this.#document.addStructure(element);
    return element;
  }

  /** Draws a line of text with its baseline at `y`. */
  line(line: Line, x: number, y: number): void {
    const operators = lineOperators(line, x, y, this.#fonts, 'top-down');
    if (operators !== '') this.operators(operators);
  }

  /** Operators in the page's coordinates, from the top down. */
  operators(operators: string): void {
    this.#document.addContent(operators);
  }

  get form(): FormPlaces {
    return this.#form;
  }

  get pdfkit(): PDFKit.PDFDocument {
    return this.#document;
  }

  /** Writes the fonts and everything that is still open, and gives the file. */
  async finish(): Promise<Uint8Array> {
    this.endMark();
    const resources: Record<string, PDFKit.PDFKitReference> = {};
    for (const font of this.#fonts.used()) {
      resources[font.resource] = writeFont(this.#document, font.subset.embed(), this.#document.version === 1.4);
    }
    for (let page = 0; page < this.pageCount; page++) {
      this.#document.switchToPage(page);
      Object.assign(this.#document.page.fonts, resources);
    }
    if (this.#form.widgets().length > 0) this.#writeForm();
    this.#document.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  #writeForm(): void {
    const font = writeFormFont(this.#document, formFont());
    this.#document._acroform = { fonts: {}, defaultFont: FORM_FONT };
    this.#document._root.data.AcroForm = this.#document.ref({
      Fields: this.#form.widgets(),
      SigFlags: APPEND_ONLY,
      DA: pdfString(`/${FORM_FONT} 0 Tf 0 g`),
      DR: { Font: { [FORM_FONT]: font } },
    });
  }
}
