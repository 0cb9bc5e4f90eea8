/** A place in the document's logical structure. Made while laying out, written where it is first drawn. */
export type StructureNode = {
  readonly tag: StructureTag;
  readonly parent: StructureNode | null;
  readonly alt?: string;
  /** The element's attributes as PDF has them. */
  readonly attributes?: Readonly<Record<string, string | number | object>>;
};

export type StructureTag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'Span'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Form';

export function node(tag: StructureTag, parent: StructureNode | null): StructureNode {
  return { tag, parent };
}
