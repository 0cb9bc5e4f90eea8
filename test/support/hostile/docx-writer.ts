import { type ZipPart, zipOf } from '../zip-files.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}/relationships"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const DECLARED = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Endings that a document's pictures and programs may have. */
const TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  bin: 'application/vnd.ms-office',
  html: 'text/html',
};

/** A relation of the document: its id, its kind, where it leads, and whether that is outside. */
export type Relation = readonly [id: string, kind: string, target: string, outside?: 'External'];

export type WordFile = {
  readonly body: string;
  readonly relations?: readonly Relation[];
  readonly parts?: readonly ZipPart[];
  /** What the main part says that it is. */
  readonly main?: string;
  readonly head?: string;
};

export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const WORDS = paragraph('three plain words');
export const BREAK = '<w:p><w:r><w:t>page</w:t><w:br w:type="page"/></w:r></w:p>';

/** A part of the document other than the main one. */
export function part(root: string, inside: string): string {
  return `${DECLARED}<w:${root} ${NAMES}>${inside}</w:${root}>`;
}

/** A DOCX that is sound but for what is put into it. */
export function wordFile(file: WordFile): Promise<Buffer> {
  return zipOf(wordParts(file));
}

export function wordParts({
  body,
  relations = [],
  parts = [],
  main = MAIN,
  head = DECLARED,
}: WordFile): readonly ZipPart[] {
  const defaults = Object.entries(TYPES).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${defaults.join('')}<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ],
    ['_rels/.rels', relationsPart([['rId1', 'officeDocument', 'word/document.xml']])],
    ['word/document.xml', `${head}<w:document ${NAMES}><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', relationsPart(relations)],
    ...parts,
  ];
}

function relationsPart(relations: readonly Relation[]): string {
  const lines = relations.map(
    ([id, kind, target, outside]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${target}"${outside ? ` TargetMode="${outside}"` : ''}/>`,
  );
  return `${DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

/** A run that shows the picture of this relation. */
export function picture(relation: string): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="914400" cy="914400"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
