import { createRequire } from 'node:module';
import { CountingPaper, type Leaf, TooMuch } from './counting-paper.ts';
import { pictureSize } from './picture-size.ts';

/** Not imported, because the types of both need a browser's, which this side does not have. */
const require = createRequire(import.meta.url);

/** Pixels of one picture and of all: above, decoding them takes more memory than a page has. */
const MOST_PICTURE = 2 ** 26;
const MOST_PICTURES = 2 ** 31;

type Drawing = {
  readonly renderAsync: (bytes: Uint8Array, body: Leaf, head: Leaf, options: object) => Promise<unknown>;
};
type XmlDocument = { readonly documentElement: object };
type XmlParser = new (options: object) => { readonly parseFromString: (text: string, type: string) => XmlDocument };

/** Whether any picture or font that was drawn asks for more than drawing may take. */
type Tally = { pixels: number; tooMuch: boolean };

/**
 * Draws a DOCX with the page's own drawing program on paper that only counts, so that the privileged page opens no
 * document that would hang it or take its memory: elements that multiply, heads and notes drawn a thousand times,
 * pictures that unpack to gigabytes. Nothing but a whole drawing within the limits gives true.
 */
export async function isDrawable(bytes: Uint8Array): Promise<boolean> {
  const paper = new CountingPaper();
  const tally: Tally = { pixels: 0, tooMuch: false };
  // This thread reads one file and ends, so what a browser has beside JavaScript can stand in its globals.
  Object.assign(globalThis, browserParts(paper, tally));
  try {
    const { renderAsync }: Drawing = require('docx-preview');
    await renderAsync(bytes, paper.make({ tagName: 'body' }), paper.make({ tagName: 'head' }), {
      ...DRAWN_AS,
      h: paper.make.bind(paper),
    });
    return !tally.tooMuch;
  } catch {
    return false;
  }
}

/** As the page draws it: renderer/features/script-viewer/docx/draw-docx.ts. */
const DRAWN_AS = {
  inWrapper: true,
  breakPages: true,
  ignoreLastRenderedPageBreak: false,
  useBase64URL: true,
  renderAltChunks: false,
  renderComments: false,
  renderChanges: false,
};

function browserParts(paper: CountingPaper, tally: Tally): object {
  const { DOMParser: Parser }: { readonly DOMParser: XmlParser } = require('@xmldom/xmldom');
  const fault = (message: string) => {
    throw new Error(message);
  };
  const strict = { errorHandler: { warning: fault, error: fault, fatalError: fault } };
  for (const node of nodeKinds(new Parser(strict))) Object.defineProperty(node, 'firstElementChild', FIRST_ELEMENT);
  return {
    Node: { ELEMENT_NODE: 1 },
    DOMParser: class {
      parseFromString(text: string, type: string): XmlDocument {
        // Entities of its own could stand for any number of elements, and this parser does not put them in.
        if (/<!DOCTYPE/i.test(text)) throw new TooMuch();
        return new Parser(strict).parseFromString(text, type);
      }
    },
    FileReader: class {
      result = 'data:,';
      onloadend: () => void = () => undefined;
      readAsDataURL(blob: Blob): void {
        weigh(blob, paper, tally)
          .catch(() => {
            tally.tooMuch = true;
          })
          .finally(() => this.onloadend());
      }
    },
    requestAnimationFrame: () => 0,
  };
}

/** A picture or a font on its way into the drawing. */
async function weigh(blob: Blob, paper: CountingPaper, tally: Tally): Promise<void> {
  paper.addPicture(blob.size);
  // The type is the file's own claim. A drawing that is a program of its own is drawn by no word processor.
  if (/svg|xml|html/i.test(blob.type)) throw new TooMuch();
  const size = pictureSize(await blob.bytes());
  if (size === 'unknown') throw new TooMuch();
  if (size === 'not-drawn') return;
  const pixels = size.width * size.height;
  tally.pixels += pixels;
  if (pixels > MOST_PICTURE || tally.pixels > MOST_PICTURES) throw new TooMuch();
}

/** What documents and elements inherit from. */
function nodeKinds(parser: InstanceType<XmlParser>): readonly object[] {
  const document = parser.parseFromString('<a/>', 'application/xml');
  return [document, document.documentElement].map((node) => Object.getPrototypeOf(node));
}

const FIRST_ELEMENT: PropertyDescriptor = {
  configurable: true,
  get(this: { readonly childNodes: ArrayLike<{ readonly nodeType: number }> }) {
    return Array.from(this.childNodes).find((node) => node.nodeType === 1) ?? null;
  },
};
