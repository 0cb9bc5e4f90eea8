import { FindMarks } from '../find-marks.ts';
import type { Match } from '../find-text.ts';
import type { PageMatch, PdfText } from './pdf-text.ts';

/** What was found in a PDF, marked on the pages whose text is laid out at the moment. */
export class PdfFind {
  readonly #text: PdfText;
  readonly #marks = new FindMarks(window);
  readonly #layers = new Map<number, readonly HTMLElement[]>();
  #matches: readonly PageMatch[] = [];
  #current = -1;

  constructor(text: PdfText) {
    this.#text = text;
  }

  async search(query: string, signal: AbortSignal): Promise<readonly PageMatch[]> {
    this.#matches = query === '' ? [] : await this.#text.search(query, signal);
    this.#current = -1;
    this.#mark();
    return this.#matches;
  }

  /** Makes a match the current one and gives it; null where there is none of that index. */
  choose(index: number): PageMatch | null {
    this.#current = index;
    this.#mark();
    return this.#matches[index] ?? null;
  }

  /** The match on show as a range in its page's text; null where that page is not laid out. */
  range(): Range | null {
    const match = this.#matches[this.#current];
    const layer = match && this.#layers.get(match.page);
    return match && layer ? rangeOf(layer, match) : null;
  }

  /** A page's text was laid out (its items' elements, in order) or taken away (null). */
  laidOut(page: number, elements: readonly HTMLElement[] | null): void {
    if (elements) this.#layers.set(page, elements);
    else this.#layers.delete(page);
    if (this.#matches.length > 0) this.#mark();
  }

  clear(): void {
    this.#matches = [];
    this.#marks.clear();
  }

  #mark(): void {
    const ranges: Range[] = [];
    let current: Range | null = null;
    this.#matches.forEach((match, index) => {
      const layer = this.#layers.get(match.page);
      const range = layer ? rangeOf(layer, match) : null;
      if (range && index === this.#current) current = range;
      else if (range) ranges.push(range);
    });
    this.#marks.show(ranges, current);
  }
}

function rangeOf(elements: readonly HTMLElement[], match: Match): Range | null {
  const start = elements[match.start.run]?.firstChild;
  const end = elements[match.end.run]?.firstChild;
  if (!(start instanceof Text) || !(end instanceof Text)) return null;
  const range = new Range();
  range.setStart(start, Math.min(match.start.offset, start.length));
  range.setEnd(end, Math.min(match.end.offset, end.length));
  return range;
}
