import type { DataFinding } from '../data/data-finding.ts';
import { safeText } from '../safe-text.ts';
import { comparable, type PageWords } from './page-words.ts';

/** How much of a page is quoted where it says something else. */
const QUOTED = 60;
const MOST_FINDINGS = 10;
/** What a form shows for a letter that no font has. */
const LACKING = '\ufffd';

/**
 * A text of a row. `others`: texts that say the same. `lettersMayLack`: a file's name, whose letters the form may have
 * no shapes for.
 */
export type RowPiece = {
  readonly fact: string;
  readonly expected: string;
  readonly others?: readonly string[];
  readonly lettersMayLack?: boolean;
};

/** Looks for facts on the pages one after the other, and keeps what is not there. */
export class PageSearch {
  readonly #words: PageWords;
  readonly #findings: DataFinding[] = [];
  #at = 0;
  #facts = 0;

  constructor(words: PageWords) {
    this.#words = words;
  }

  /** What was found wrong; empty where everything stands there. */
  get findings(): readonly DataFinding[] {
    return this.#findings.slice(0, MOST_FINDINGS);
  }

  get facts(): number {
    return this.#facts;
  }

  get at(): number {
    return this.#at;
  }

  /** The next place of a text from where the search stands; -1 where there is none. */
  next(text: string, from = this.#at): number {
    const wanted = comparable(text);
    return wanted === '' ? -1 : this.#words.text.indexOf(wanted, from);
  }

  /** What the pages say between two places. */
  between(from: number, to: number): string {
    return this.#words.text.slice(Math.max(0, from), Math.max(0, to));
  }

  moveTo(at: number): void {
    this.#at = Math.max(this.#at, at);
  }

  agree(): void {
    this.#facts += 1;
  }

  /** True where a paragraph begins or ends. */
  isBreak(at: number): boolean {
    return this.#words.breaks.has(at);
  }

  /** The next place of a text that is a whole paragraph, or several, before another; -1 where there is none. */
  nextWhole(text: string, behind = ''): number {
    const [wanted, following] = [comparable(text), comparable(behind)];
    for (let found = this.next(text); found >= 0; found = this.next(text, found + 1)) {
      const end = found + wanted.length;
      if (this.isBreak(found) && this.isBreak(end) && this.#words.text.startsWith(following, end)) return found;
    }
    return -1;
  }

  /**
   * A text that must stand somewhere behind all that was found so far, and not within more words of its paragraph, or
   * another that says the same. Gives the place; null where it is not found or where there is nothing to find.
   */
  need(fact: string, expected: string, ...others: readonly string[]): number | null {
    if (comparable(expected) === '') return null;
    for (const one of [expected, ...others]) {
      const found = this.nextWhole(one);
      if (found < 0) continue;
      this.agree();
      this.#at = found + comparable(one).length;
      return found;
    }
    const within = this.next(expected);
    this.disagree(fact, expected, this.#quote(within < 0 ? this.#at : this.#paragraphAt(within)));
    return null;
  }

  /** A text of its own kind, a digest or a number, that may stand anywhere behind. */
  needAnywhere(fact: string, expected: string): void {
    const found = this.next(expected);
    if (found < 0) this.disagree(fact, expected, this.#quote(this.#at));
    else {
      this.agree();
      this.#at = found + comparable(expected).length;
    }
  }

  /** A date or a figure by itself that must stand before a place; figures beside it would make it another. */
  needAlone(fact: string, expected: string, before: number): void {
    const wanted = comparable(expected);
    const { text } = this.#words;
    for (
      let found = text.indexOf(wanted, this.#at);
      found >= 0 && found < before;
      found = text.indexOf(wanted, found + 1)
    ) {
      const end = found + wanted.length;
      if (/\d/.test(text.charAt(found - 1)) || /\d/.test(text.charAt(end))) continue;
      this.agree();
      this.#at = end;
      return;
    }
    this.disagree(fact, expected, this.#quote(this.#at));
  }

  /** A text that must follow its label. Where the pages do not have the label, it may stand anywhere behind. */
  needLabelled(fact: string, label: string, expected: string): void {
    const [before, wanted] = [comparable(label), comparable(expected)];
    const first = before === '' ? -1 : this.#words.text.indexOf(before, this.#at);
    if (first < 0) {
      this.needAnywhere(fact, expected);
      return;
    }
    for (let place = first; place >= 0; place = this.#words.text.indexOf(before, place + 1)) {
      const end = place + before.length + wanted.length;
      if (!this.#words.text.startsWith(wanted, place + before.length) || !this.isBreak(end)) continue;
      this.agree();
      this.#at = end;
      return;
    }
    this.disagree(fact, expected, this.#quote(first + before.length));
  }

  /** The option that stands out in the next "A/B", null where none does or all do; undefined where there is no such text. */
  chosenOf(options: readonly string[]): string | null | undefined {
    const found = this.next(options.join('/'));
    if (found < 0) return undefined;
    let at = found;
    const standsOut = options.map((option) => {
      const { length } = comparable(option);
      const share = this.#words.emphasis.subarray(at, at + length).reduce((sum, one) => sum + one, 0);
      at += length + 1;
      return share === length ? 'all' : share === 0 ? 'none' : 'part';
    });
    this.#at = at - 1;
    const chosen = standsOut.flatMap((one, index) => (one === 'all' ? (options[index] ?? []) : []));
    return chosen.length === 1 && !standsOut.includes('part') ? (chosen[0] ?? null) : null;
  }

  /**
   * Texts that must follow one another from here on with nothing between, as a row's do. The first one that does not is
   * kept, and the search stays where it was: false.
   */
  needInRow(pieces: readonly RowPiece[]): boolean {
    let at = this.#at;
    for (const { fact, expected, others = [], lettersMayLack } of pieces) {
      const whole = this.#endOf([expected, ...others], at);
      const end = whole < 0 && lettersMayLack ? this.#endWithLacking(expected, at) : whole;
      if (end < 0 || !this.isBreak(end)) {
        this.#disagreeAt(fact, expected, at);
        return false;
      }
      this.agree();
      at = end;
    }
    this.#at = at;
    return true;
  }

  /** Where the first of several texts ends that stands at a place, and not within more words; -1 where none does. */
  #endOf(texts: readonly string[], from: number): number {
    for (const text of texts) {
      const wanted = comparable(text);
      if (this.#words.text.startsWith(wanted, from) && this.isBreak(from + wanted.length)) return from + wanted.length;
    }
    return -1;
  }

  /** Where a text ends that the pages have with U+FFFD for letters that no font has; -1 where they have another. */
  #endWithLacking(expected: string, from: number): number {
    let at = from;
    for (const letter of expected) {
      const wanted = comparable(letter);
      if (this.#words.text.startsWith(wanted, at)) at += wanted.length;
      else if (this.#words.text.startsWith(LACKING, at)) at += LACKING.length;
      else return -1;
    }
    return at;
  }

  /** Long texts are quoted from shortly before where they part. */
  #disagreeAt(fact: string, expected: string, at: number): void {
    const wanted = comparable(expected);
    let same = 0;
    while (same < wanted.length && wanted[same] === this.#words.text[at + same]) same += 1;
    const from = same - QUOTED / 2;
    if (from <= 0) this.disagree(fact, expected, this.#quote(at));
    else this.disagree(fact, `…${wanted.slice(from, from + QUOTED)}`, `…${this.#quote(at + from)}`);
  }

  disagree(fact: string, expected: string, found: string): void {
    const shown = (text: string) => safeText(text.normalize('NFC'), QUOTED * 2);
    this.#findings.push({
      code: 'page-disagrees',
      severity: 'altered',
      fact,
      expected: shown(expected),
      found: shown(found),
    });
  }

  saysMore(where: string, found: string): void {
    const shown = safeText(found.normalize('NFC'), QUOTED * 2);
    this.#findings.push({ code: 'page-says-more', severity: 'warning', where: safeText(where), found: shown });
  }

  /** Where the paragraph begins that a place belongs to. */
  #paragraphAt(at: number): number {
    let start = at;
    while (start > 0 && !this.isBreak(start)) start -= 1;
    return start;
  }

  #quote(at: number): string {
    const { text } = this.#words;
    return `${text.slice(at, at + QUOTED)}${at + QUOTED < text.length ? '…' : ''}`;
  }
}
