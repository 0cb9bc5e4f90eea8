/** What is read of a node of a pasted page. */
export type PastedNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PastedNode | null;
  readonly nextSibling: PastedNode | null;
  readonly parentNode: PastedNode | null;
  readonly getAttribute?: (name: string) => string | null;
  readonly hasAttribute?: (name: string) => boolean;
};

/** Where an element's look is read: its style, under a name that no browser acts on. */
export const LOOK = 'data-look';

const UNSEEN = new Set(
  'applet audio base canvas embed head iframe img link map math meta noembed noscript object picture script source style svg template title video'.split(
    ' ',
  ),
);
/** "3." or "b)": the number of a list, which is kept as a word. */
const NUMBER = /^(?:\d{1,4}|[a-z]{1,5})[.)]$/i;

export function tagOf(node: PastedNode): string {
  return node.nodeName.toLowerCase();
}

/** Whether an element shows nothing, or is the symbol of a list in Word, which is read with its paragraph. */
export function isUnseen(node: PastedNode): boolean {
  return (
    UNSEEN.has(tagOf(node)) ||
    node.hasAttribute?.('hidden') === true ||
    /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(styleOf(node))
  );
}

/** Whether an element's own look is bold; null where it says nothing of it. */
export function isStyleBold(node: PastedNode): boolean | null {
  return isBoldLook(styleOf(node));
}

export function isBoldLook(look: string): boolean | null {
  const weight = /(?<![\w-])font-weight\s*:\s*([a-z]+|\d+)/i.exec(look)?.[1]?.toLowerCase();
  if (weight === undefined || weight === 'inherit') return null;
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

/** Word's lists are paragraphs: "" before a bulleted one's words, "3. " before a numbered one's, null before any other. */
export function listSymbol(node: PastedNode): string | null {
  if (tagOf(node) !== 'p' || !/mso-list\s*:\s*l\d/i.test(styleOf(node))) return null;
  const symbol = symbolWithin(node);
  return NUMBER.test(symbol) ? `${symbol} ` : '';
}

/** The words of what Word marks as a paragraph's symbol: among its first elements, however deep. */
function symbolWithin(paragraph: PastedNode): string {
  let node: PastedNode | null = paragraph.firstChild;
  for (let looked = 0; node && looked < 20; looked += 1) {
    if (/mso-list\s*:\s*ignore/i.test(styleOf(node))) return wordsOf(node).trim();
    node = node.firstChild ?? node.nextSibling;
  }
  return '';
}

function wordsOf(symbol: PastedNode): string {
  let words = '';
  let node: PastedNode | null = symbol.firstChild;
  for (let looked = 0; node && looked < 10; looked += 1) {
    words += node.nodeValue ?? '';
    node = node.firstChild ?? node.nextSibling;
  }
  return words.replace(/[\s\u00a0]+/gu, ' ');
}

function styleOf(node: PastedNode): string {
  return node.getAttribute?.(LOOK) ?? '';
}
