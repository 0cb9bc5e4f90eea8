import type { Anchor, DocxPoint } from '../../../../shared/model/highlight.ts';
import type { ScriptSelection } from '../overlay.ts';
import { type Stretch, stretchesIn } from '../stretches.ts';

type DocxAnchor = Extract<Anchor, { readonly kind: 'docx' }>;

/** Longest heading that an anchor keeps, in characters. */
const LONGEST = 400;

/** Whether a drawn paragraph is a heading by its style. */
export function isHeading(paragraph: Element): boolean {
  return /heading|title/i.test(paragraph.className) && paragraph.textContent.trim() !== '';
}

/**
 * The paragraphs of a drawn document in reading order, by which places in it are kept: those with words in them, without
 * the pages' headers and footers. The same file is always drawn with the same ones, at any size.
 */
export class DocxParagraphs {
  readonly #root: HTMLElement;
  readonly #all: readonly HTMLElement[];

  constructor(drawn: Document) {
    this.#root = drawn.body;
    const found = [...drawn.querySelectorAll<HTMLElement>('article p')];
    this.#all = found.filter((paragraph) => paragraph.textContent.trim() !== '');
  }

  /** What a range holds, as the place and the words; null where no words of a paragraph are in it. */
  read(range: Range): ScriptSelection | null {
    const inside = stretchesIn(range, this.#root).filter(({ node }) => this.#indexOf(node) >= 0);
    const first = inside[0];
    const last = inside.at(-1);
    const words = this.#wordsOf(inside);
    if (!first || !last || words === '') return null;
    const start = this.#pointOf(first.node, first.from);
    const end = this.#pointOf(last.node, last.to);
    return { anchor: { kind: 'docx', start, end, heading: this.#headingAbove(start.paragraph) }, words };
  }

  /** The range at which an anchor lies; null where the document has no such place. */
  rangeOf({ start, end }: DocxAnchor): Range | null {
    const from = this.#place(start, false);
    const to = this.#place(end, true);
    if (!from || !to) return null;
    const range = this.#root.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  stretchesOf(anchor: DocxAnchor): readonly Stretch[] {
    const range = this.rangeOf(anchor);
    return range ? stretchesIn(range, this.#root) : [];
  }

  #indexOf(node: Node): number {
    const paragraph = node.parentElement?.closest('p');
    return paragraph ? this.#all.indexOf(paragraph) : -1;
  }

  #pointOf(node: Text, offset: number): DocxPoint {
    const index = this.#indexOf(node);
    const paragraph = this.#all[index];
    if (!paragraph) return { paragraph: 0, offset: 0 };
    const before = paragraph.ownerDocument.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return { paragraph: index, offset: before.toString().length };
  }

  /** The text node and the offset in it. At a border between two, an end belongs to the one before. */
  #place({ paragraph, offset }: DocxPoint, isEnd: boolean): { readonly node: Text; readonly offset: number } | null {
    const element = this.#all[paragraph];
    if (!element) return null;
    const whole = element.ownerDocument.createRange();
    whole.selectNodeContents(element);
    let left = offset;
    for (const { node } of stretchesIn(whole, element)) {
      if (isEnd ? left <= node.length : left < node.length) return { node, offset: left };
      left -= node.length;
    }
    return null;
  }

  #headingAbove(paragraph: number): string | null {
    const heading = this.#all.slice(0, paragraph + 1).findLast(isHeading);
    const words = heading?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
    return words === '' ? null : words.slice(0, LONGEST).toWellFormed();
  }

  #wordsOf(stretches: readonly Stretch[]): string {
    let words = '';
    let before: Element | null | undefined = null;
    for (const { node, from, to } of stretches) {
      const paragraph = node.parentElement?.closest('p');
      if (paragraph !== before) words += ' ';
      words += node.data.slice(from, to);
      before = paragraph;
    }
    return words.replace(/\s+/gu, ' ').trim().toWellFormed();
  }
}
