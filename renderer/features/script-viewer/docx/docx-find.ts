import { FindMarks } from '../find-marks.ts';
import { findAll, fold, type Match, type Run } from '../find-text.ts';

const BLOCKS = 'p, td, th, li, header, footer';

/** What was found in a drawn document. The text is read once: a drawn document does not change. */
export class DocxFind {
  readonly #nodes: readonly Text[];
  readonly #folded: ReturnType<typeof fold>;
  readonly #marks: FindMarks;
  #ranges: readonly Range[] = [];
  #current: Range | null = null;

  constructor(frame: Document, window: Window & typeof globalThis) {
    this.#nodes = textNodes(frame);
    this.#folded = fold(this.#nodes.map((node, index) => runOf(node, this.#nodes[index + 1])));
    this.#marks = new FindMarks(window);
  }

  search(query: string): readonly Range[] {
    this.#ranges = findAll(this.#folded, query).flatMap((match) => this.#rangeOf(match) ?? []);
    this.#current = null;
    this.#marks.show(this.#ranges, null);
    return this.#ranges;
  }

  /** Makes a match the current one and gives it; null where there is none of that index. */
  choose(index: number): Range | null {
    const current = this.#ranges[index] ?? null;
    this.#current = current;
    this.#marks.show(
      this.#ranges.filter((range) => range !== current),
      current,
    );
    return current;
  }

  /** The match on show; null where there is none. */
  current(): Range | null {
    return this.#current;
  }

  #rangeOf(match: Match): Range | null {
    const start = this.#nodes[match.start.run];
    const end = this.#nodes[match.end.run];
    if (!start || !end) return null;
    const range = start.ownerDocument.createRange();
    range.setStart(start, match.start.offset);
    range.setEnd(end, match.end.offset);
    return range;
  }
}

function textNodes(frame: Document): readonly Text[] {
  // The document's own words, and not what is drawn over them.
  const root = frame.querySelector('.docx-wrapper') ?? frame.body;
  const walker = frame.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isText(node)) nodes.push(node);
  return nodes;
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function runOf(node: Text, next: Text | undefined): Run {
  const block = node.parentElement?.closest(BLOCKS);
  return { text: node.data, endsLine: next?.parentElement?.closest(BLOCKS) !== block };
}
