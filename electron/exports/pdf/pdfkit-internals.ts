/**
 * What the drawing needs of pdfkit 0.20 and its types do not tell. Nothing else of its inside is touched.
 */
declare global {
  namespace PDFKit {
    interface PDFDocument {
      /** The catalog. */
      _root: { readonly data: Record<string, unknown> };
      /** pdfkit ends a form only if this is set; its own `initForm` asks readers to draw the fields, which PDF/A forbids. */
      _acroform: { fonts: Record<string, PDFKitReference>; defaultFont: string };
      /** Both halves of the trailer's ID. */
      _id: Uint8Array;
      /** Writes the title and author into the XMP; pdfkit's own does not escape them. */
      _addInfo: () => void;
      /** Enters a file specification in the catalog's name tree. */
      addNamedEmbeddedFile(name: string, specification: PDFKitReference): void;
    }
    interface PDFStructureElement {
      readonly dictionary: PDFKitReference;
    }
    namespace Mixins {
      interface PDFAnnotation {
        annotate(x: number, y: number, width: number, height: number, widget: Widget): this;
      }
      /** Texts are String objects: pdfkit writes a plain string as a name. */
      interface Widget {
        readonly Subtype: 'Widget';
        readonly FT: 'Tx' | 'Ch' | 'Sig';
        readonly Ff?: number;
        readonly F: number;
        readonly T: object;
        readonly TU: object;
        readonly Lock?: PDFKitReference;
        readonly Q?: number;
        readonly DA?: object;
        readonly Opt?: readonly object[];
        readonly AP: { readonly N: PDFKitReference };
        readonly P: PDFKitReference;
        readonly structParent: PDFStructureElement;
      }
    }
  }
}

export {};
