import type { HElement } from 'docx-preview';

/** What the drawing asks for: an element's description, a node, or text. */
type Asked = HElement | Node | string;

/** Elements that a drawn document never needs and must not have, whatever its file says. */
const REFUSED = new Set([
  'iframe',
  'frame',
  'script',
  'object',
  'embed',
  'link',
  'meta',
  'base',
  'form',
  'input',
  'audio',
  'video',
]);
const INERT = 'span';

/**
 * Makes the nodes of a drawn document inside the frame's own document, so that the frame's policy judges every style
 * and picture from the start. Nothing that loads, runs or leads out of the frame is made.
 */
export function elementsOf(frame: Document): (asked: Asked) => Node {
  const make = (asked: Asked): Node => {
    if (typeof asked === 'string') return frame.createTextNode(asked);
    if (isNode(asked)) return asked;
    const { ns, tagName, className, style, children, ...properties } = asked;
    if (tagName === '#comment') return frame.createComment('');
    const node = tagName === '#fragment' ? frame.createDocumentFragment() : element(frame, ns, tagName);
    for (const child of children ?? []) node.appendChild(make(child));
    if (isElement(node)) {
      if (className) node.setAttribute('class', className);
      dress(node, style);
      for (const [name, value] of Object.entries(properties)) endow(node, name, value);
      // The drawing does not hand on what the file says of a picture.
      if (node.tagName === 'IMG') node.setAttribute('alt', 'Picture');
    }
    return node;
  };
  return make;
}

function isNode(asked: HElement | Node): asked is Node {
  return 'nodeType' in asked;
}

function isElement(node: Node): node is HTMLElement {
  return node.nodeType === Node.ELEMENT_NODE;
}

function element(frame: Document, ns: string | undefined, tagName: string): Element {
  const safe = REFUSED.has(tagName.toLowerCase()) ? INERT : tagName;
  return ns ? frame.createElementNS(ns, safe) : frame.createElement(safe);
}

function dress(node: HTMLElement, style: HElement['style']): void {
  if (typeof style === 'string') node.setAttribute('style', style);
  // Assigning skips what is not a property, as the drawing expects; custom properties and dashes are set by name.
  else if (style) for (const [name, value] of Object.entries(style)) setStyle(node.style, name, value);
}

function setStyle(style: CSSStyleDeclaration, name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (name.includes('-')) style.setProperty(name, value);
  else Object.assign(style, { [name]: value });
}

/** Properties that a drawing sets on what it makes. A link keeps only a place in the same document. */
function endow(node: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === '') return;
  if (name === 'href') {
    if (typeof value === 'string' && value.startsWith('#')) node.setAttribute('href', value);
    else if (typeof value === 'string') node.title = value;
    return;
  }
  if (ALLOWED.has(name)) Object.assign(node, { [name]: value });
}

const ALLOWED = new Set(['id', 'lang', 'dir', 'colSpan', 'rowSpan', 'dateTime', 'xmlns']);
