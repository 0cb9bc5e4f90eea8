import { BREAK, paragraph, part, picture, WORDS, wordFile, wordParts } from './docx-writer.ts';
import { SVG_THAT_MULTIPLIES, VAST_JPEG, vastPng } from './pictures.ts';
import { trick } from './trick.ts';

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "lol">${Array.from(
  { length: 9 },
  (_value, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]>`;
const OUTSIDE =
  '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://tracker.example/">]>';
const nested = (times: number, open: string, close: string, inside = WORDS) =>
  `${open.repeat(times)}${inside}${close.repeat(times)}`;
const TEXT_BOX = [
  '<w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent>',
  '</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
] as const;
const TABLE = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'] as const;

/** A DOCX with one more part, under this kind of relation. */
const withPart = (body: string, kind: string, content: string) =>
  wordFile({ body, relations: [['rId2', kind, 'more.xml']], parts: [['word/more.xml', content]] });
const withPicture = (body: string, name: string, content: Buffer | string) =>
  wordFile({ body, relations: [['rId2', 'image', `media/${name}`]], parts: [[`word/media/${name}`, content]] });

/** DOCX files that are small until they are unpacked, read or drawn. */
export const DOCX_THAT_SWELL = [
  trick('docx-laughs-a-thousand-million-times.docx', () => wordFile({ body: paragraph('&a9;'), head: ENTITIES })),
  trick('docx-laughs-in-its-styles.docx', () =>
    withPart(
      WORDS,
      'styles',
      `${ENTITIES}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="a"><w:name w:val="&a9;"/></w:style></w:styles>`,
    ),
  ),
  trick('docx-reads-other-files.docx', () => wordFile({ body: paragraph('&a;&b;'), head: OUTSIDE })),
  trick('docx-a-million-paragraphs.docx', () => wordFile({ body: '<w:p/>'.repeat(1_000_000) })),
  trick('docx-tables-in-tables-2000-deep.docx', () => wordFile({ body: nested(2000, ...TABLE) })),
  trick('docx-tables-in-tables-60-deep.docx', () => wordFile({ body: nested(60, ...TABLE) })),
  trick('docx-boxes-that-double-30-times.docx', () => wordFile({ body: nested(30, ...TEXT_BOX) })),
  trick('docx-head-on-ten-thousand-pages.docx', () =>
    withPart(
      `${BREAK.repeat(10_000)}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>`,
      'header',
      part('hdr', paragraph('head').repeat(5000)),
    ),
  ),
  trick('docx-note-cited-five-thousand-times.docx', () =>
    withPart(
      `${WORDS}${'<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'.repeat(5000)}`,
      'footnotes',
      part('footnotes', `<w:footnote w:id="2">${paragraph('note').repeat(5000)}</w:footnote>`),
    ),
  ),
  trick('docx-numbering-of-25-million-levels.docx', () =>
    withPart(
      WORDS,
      'numbering',
      part(
        'numbering',
        `<w:abstractNum w:abstractNumId="0">${'<w:lvl w:ilvl="1"><w:lvlText w:val="%1"/></w:lvl>'.repeat(5000)}</w:abstractNum>${'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'.repeat(5000)}`,
      ),
    ),
  ),
  trick('docx-styles-that-multiply.docx', () =>
    withPart(
      WORDS,
      'styles',
      part(
        'styles',
        `<w:style w:type="paragraph" w:styleId="a">${'<w:rPr><w:b/></w:rPr>'.repeat(5000)}</w:style>${'<w:style w:type="paragraph" w:styleId="b"><w:link w:val="a"/></w:style>'.repeat(5000)}`,
      ),
    ),
  ),
  trick('docx-styles-in-a-circle.docx', () =>
    withPart(
      '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>three plain words</w:t></w:r></w:p>',
      'styles',
      part(
        'styles',
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:link w:val="a"/><w:next w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      ),
    ),
  ),
  trick('docx-that-stalls-its-parser.docx', () =>
    withPart(WORDS, 'styles', `<!--${'<?'.repeat(400_000)}--><w:styles xmlns:w="a"/>`),
  ),
  trick('docx-marks-without-end-on-one-letter.docx', () =>
    wordFile({ body: paragraph(`a${'\u0301'.repeat(300_000)}`) }),
  ),
  trick('docx-letters-that-turn-about.docx', () => wordFile({ body: paragraph('aא'.repeat(200_000)) })),
  trick('docx-sizes-beyond-reason.docx', () =>
    wordFile({
      body: `<w:p><w:r><w:rPr><w:sz w:val="2000000000"/><w:spacing w:val="-2000000000"/></w:rPr><w:t>three plain words</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblW w:w="2147483647" w:type="dxa"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/><w:vMerge w:val="restart"/></w:tcPr>${WORDS}</w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:w="2147483647" w:h="2147483647"/><w:pgMar w:left="-2147483648" w:top="NaN" w:right="1e99"/><w:cols w:num="2147483647"/></w:sectPr>`,
    }),
  ),
  trick('docx-picture-of-50000-by-50000.docx', () =>
    withPicture(`<w:p>${picture('rId2')}</w:p>${WORDS}`, 'image1.png', vastPng(50_000)),
  ),
  trick('docx-jpeg-of-65000-by-65000.docx', () =>
    withPicture(`<w:p>${picture('rId2')}</w:p>${WORDS}`, 'image1.jpg', VAST_JPEG),
  ),
  trick('docx-picture-shown-ten-thousand-times.docx', () =>
    withPicture(
      `<w:p>${picture('rId2').repeat(10_000)}</w:p>${WORDS}`,
      'image1.png',
      Buffer.alloc(200_000, 'not a picture'),
    ),
  ),
  trick('docx-picture-that-multiplies.docx', () =>
    withPicture(`<w:p>${picture('rId2')}</w:p>${WORDS}`, 'image1.svg', SVG_THAT_MULTIPLIES),
  ),
  trick('docx-written-in-utf-16.docx', async () => {
    const { zipOf } = await import('../zip-files.ts');
    const parts = wordParts({ body: WORDS, head: '<?xml version="1.0" encoding="UTF-16"?>' });
    return zipOf(
      parts.map(([name, content]) =>
        name === 'word/document.xml' ? [name, Buffer.from(`\ufeff${content}`, 'utf16le')] : [name, content],
      ),
    );
  }),
];
