import { complexCharacters, MOST_SHAPING } from './shaping-cost.ts';

/** What one document may ask of the page that draws it. A dissertation asks for a third of it. */
const MOST_ELEMENTS = 300_000;
const MOST_DEEP = 200;
const MOST_CHARACTERS = 16 * 1024 * 1024;
const MOST_PAGES = 2000;
/** Bytes of pictures and fonts, each as often as it is drawn. */
const MOST_PICTURE_BYTES = 384 * 1024 * 1024;

/** Thrown where a document asks for more. */
export class TooMuch extends Error {}

/** An element, a node or a text, as the drawing describes it. */
export type Asked = string | Leaf | Described;
type Described = {
  readonly tagName: string;
  readonly children?: readonly Asked[];
  readonly [property: string]: unknown;
};

/** Paper that shows nothing: it counts what is drawn on it, and tears where that is too much. */
export class CountingPaper {
  #elements = 0;
  #characters = 0;
  #pages = 0;
  #pictureBytes = 0;
  #shaping = 0;

  /** Makes what the drawing asks for, as a page would. */
  make(asked: Asked): Leaf {
    if (asked instanceof Leaf) return asked;
    if (typeof asked === 'string') return this.#leaf('#text', asked.length, complexCharacters(asked));
    const { tagName, children, ...properties } = asked;
    if (tagName === 'section') this.#pages += 1;
    if (this.#pages > MOST_PAGES) throw new TooMuch();
    const leaf = this.#leaf(tagName, lengthOf(properties), 0);
    for (const child of children ?? []) leaf.appendChild(this.make(child));
    if (tagName === 'p') this.#shaping += leaf.complex ** 2;
    if (this.#shaping > MOST_SHAPING) throw new TooMuch();
    return leaf;
  }

  addPicture(bytes: number): void {
    this.#pictureBytes += bytes;
    if (this.#pictureBytes > MOST_PICTURE_BYTES) throw new TooMuch();
  }

  #leaf(tagName: string, characters: number, complex: number): Leaf {
    this.#elements += 1;
    this.#characters += characters;
    if (this.#elements > MOST_ELEMENTS || this.#characters > MOST_CHARACTERS) throw new TooMuch();
    return new Leaf(tagName, complex);
  }
}

/** The little of an element that the drawing touches after it asked for one. It keeps no child, only what they come to. */
export class Leaf {
  readonly nodeName: string;
  readonly style: Record<string, string> = {};
  readonly classList = { add: () => undefined };
  colSpan = 1;
  rowSpan = 1;
  innerHTML = '';
  /** Characters that are laid out together, of this and what stands in it. */
  complex: number;
  #deep = 1;

  constructor(tagName: string, complex: number) {
    this.nodeName = tagName.toUpperCase();
    this.complex = complex;
  }

  appendChild(child: Leaf): Leaf {
    this.complex += child.complex;
    this.#deep = Math.max(this.#deep, child.#deep + 1);
    if (this.#deep > MOST_DEEP) throw new TooMuch();
    return child;
  }

  setAttribute(): void {}
}

/** Characters of every text in a description. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + lengthOf(one), 0);
}
