import { type FeedbackBlock, type Run, writeFeedback } from '../../../shared/lib/feedback-text.ts';
import { linesAt, type TextEdit } from './feedback-edit.ts';
import { isStyleBold, isUnseen, listSymbol, type PastedNode, tagOf } from './pasted-node.ts';

/** Nodes that are read; a page with more is no feedback, and its plain text is taken. */
const MOST_NODES = 200_000;
const ELEMENT = 1;
const TEXT = 3;
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
const BOLD_TAGS = new Set(['b', 'strong', 'th']);
/** A bullet that was typed, or that a program wrote as a letter of a symbol font. */
const TYPED_BULLET = /^[·•▪◦‣●○■\uf0a7\uf0b7\u2013-]\s+/;

/** An item of a list: "" before a bullet's words, "3. " before those of a number. */
type Item = { readonly symbol: string };
type Frame = { readonly bold: boolean; readonly quoted: boolean; readonly item: Item | null; readonly pre: boolean };

/**
 * The blocks of a page that was pasted: paragraphs, bullets, bold and quotations; a numbered list keeps its numbers as
 * words. Styles, pictures and what is not shown are left out. Null where there is too much of it, or nothing.
 */
export function pastedBlocks(root: PastedNode): readonly FeedbackBlock[] | null {
  const reader = new BlockReader();
  const open: Frame[] = [{ bold: false, quoted: false, item: null, pre: false }];
  const numbers = new Map<PastedNode, number>();
  let node: PastedNode | null = root;
  let count = 0;
  while (node) {
    count += 1;
    if (count > MOST_NODES) return null;
    const frame: Frame | undefined = open.at(-1);
    if (!frame) break;
    let into: PastedNode | null = null;
    if (node.nodeType === TEXT) reader.words(node.nodeValue ?? '', frame);
    else if (node.nodeType === ELEMENT && !isUnseen(node)) {
      const tag = tagOf(node);
      if (tag === 'br') reader.lineEnd(frame);
      else if (tag === 'td' || tag === 'th') reader.cell(frame);
      else if (BLOCKS.has(tag)) reader.end();
      into = node.firstChild;
      if (into) open.push(frameOf(node, tag, frame, numbers));
    }
    if (into) {
      node = into;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      open.pop();
      if (node && BLOCKS.has(tagOf(node))) reader.end();
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  const blocks = reader.blocks();
  return blocks.length === 0 ? null : blocks;
}

/** What holds within an element. */
function frameOf(node: PastedNode, tag: string, frame: Frame, numbers: Map<PastedNode, number>): Frame {
  const styled = isStyleBold(node);
  return {
    bold: styled ?? (frame.bold || BOLD_TAGS.has(tag) || HEADING.test(tag)),
    quoted: frame.quoted || tag === 'blockquote',
    item: itemOf(node, tag, numbers) ?? (/^(ul|ol)$/.test(tag) ? null : frame.item),
    pre: frame.pre || tag === 'pre',
  };
}

/** The item that an element is; null for what is none. */
function itemOf(node: PastedNode, tag: string, numbers: Map<PastedNode, number>): Item | null {
  if (tag !== 'li') {
    const symbol = listSymbol(node);
    return symbol === null ? null : { symbol };
  }
  const list = node.parentNode;
  if (!list || tagOf(list) !== 'ol') return { symbol: '' };
  const number = (numbers.get(list) ?? 0) + 1;
  numbers.set(list, number);
  return { symbol: `${number}. ` };
}

/** Gathers words into blocks: white space is one space, and none stands at the end of a line or of bold words. */
class BlockReader {
  readonly #blocks: FeedbackBlock[] = [];
  #runs: Run[] = [];
  #frame: Frame | null = null;
  /** The item whose number is written: a second paragraph of it has none. */
  #begun: Item | null = null;

  words(text: string, frame: Frame): void {
    const lines = frame.pre ? text.split(/\r\n|[\r\n]/) : [text];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.end();
      if (line === '') continue;
      this.#frame ??= frame;
      this.#runs.push({ text: line.replace(/[\s\u00a0]+/gu, ' '), bold: frame.bold });
    }
  }

  /** A line's end within a bullet is a space: a bullet is one line. */
  lineEnd(frame: Frame): void {
    if (frame.item === null) this.end();
    else this.#runs.push({ text: ' ', bold: false });
  }

  cell(frame: Frame): void {
    if (this.#runs.length > 0) this.#runs.push({ text: ' ', bold: frame.bold });
  }

  end(): void {
    const frame = this.#frame;
    const runs = tidied(this.#runs);
    this.#runs = [];
    this.#frame = null;
    if (!frame || runs.length === 0) return;
    const [first = { text: '', bold: false }, ...rest] = runs;
    const { item } = frame;
    if (item && item.symbol !== '') {
      const number = item === this.#begun ? [] : [{ text: item.symbol, bold: false }];
      this.#begun = item;
      this.#blocks.push({ kind: 'paragraph', runs: [...number, ...runs] });
    } else if (item) this.#blocks.push({ kind: 'bullet', runs });
    else if (frame.quoted) this.#blocks.push({ kind: 'quotation', number: null, runs });
    else if (TYPED_BULLET.test(first.text)) {
      this.#blocks.push({ kind: 'bullet', runs: [{ ...first, text: first.text.replace(TYPED_BULLET, '') }, ...rest] });
    } else this.#blocks.push({ kind: 'paragraph', runs });
  }

  blocks(): readonly FeedbackBlock[] {
    this.end();
    return this.#blocks;
  }
}

/** Runs without spaces side by side or at the ends, and with the spaces around bold words outside them. */
function tidied(runs: readonly Run[]): readonly Run[] {
  const parts: Run[] = [];
  let space = false;
  for (const { text, bold } of runs) {
    const words = text.trim();
    if (text.startsWith(' ') && parts.length > 0) space = true;
    if (words === '') continue;
    const last = parts.at(-1);
    if (last?.bold === bold) parts[parts.length - 1] = { text: last.text + (space ? ' ' : '') + words, bold };
    else {
      if (space && last) parts.push({ text: ' ', bold: false });
      parts.push({ text: words, bold });
    }
    space = text.endsWith(' ');
  }
  return parts;
}

/**
 * What a paste makes of a field's text. Its first line goes on with the one at the caret where both are plain words;
 * a bullet or a quotation begins a line of its own.
 */
export function pasteEdit(text: string, start: number, end: number, blocks: readonly FeedbackBlock[]): TextEdit {
  const { from } = linesAt(text, start, start);
  const { to } = linesAt(text, end, end);
  const [before, behind] = [text.slice(from, start), text.slice(end, to)];
  const [first, last] = [blocks[0]?.kind, blocks.at(-1)?.kind];
  const inEmptyBullet = first === 'bullet' && before.trim() === '-';
  const begins = first === 'paragraph' || before === '' || inEmptyBullet ? '' : '\n';
  const ends = last === 'paragraph' || behind.trim() === '' ? '' : '\n';
  const insert = begins + writeFeedback(blocks) + ends;
  const at = inEmptyBullet ? from : start;
  const caret = at + insert.length - ends.length;
  return { from: at, to: end, insert, select: [caret, caret] };
}
