import type { OpcPackage } from '../docx/opc-package.ts';
import { Unreadable } from '../unreadable.ts';
import { elementsOf, isNamed, textWithin, type XmlElement } from '../xml/xml-tree.ts';
import { BREAK, type PageWords, pageWordsOf, type Run } from './page-words.ts';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** What a reader does not show: deleted text, instructions of fields, properties. */
const UNSHOWN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rPr', 'pPr', 'tblPr', 'sdtPr']);

type Runs = (Run | typeof BREAK)[];

/** The words of a DOCX's body in their order. Hidden text is not shown, and so not read. */
export function readDocxWords(opened: OpcPackage): PageWords {
  const main = opened.mainPart;
  const root = main === null ? null : opened.tree(main);
  const body = root ? elementsOf(root).find((one) => isWord(one, 'body')) : undefined;
  if (!body) throw new Unreadable('syntax');
  const runs: Runs = [];
  collect(body, runs);
  return pageWordsOf(runs);
}

function collect(parent: XmlElement, runs: Runs): void {
  for (const child of elementsOf(parent)) {
    if (isWord(child, 'r')) collectRun(child, runs);
    // A reader shows one of several alternatives, and which one is its own choice.
    else if (child.uri === COMPATIBILITY) throw new Unreadable('syntax');
    else if (!WORD.has(child.uri) || !UNSHOWN.has(child.local)) collect(child, runs);
    if (isWord(child, 'p')) runs.push(BREAK);
  }
}

function collectRun(run: XmlElement, runs: Runs): void {
  const properties = elementsOf(run).find((one) => isWord(one, 'rPr'));
  if (properties && (isOn(properties, 'vanish') || isOn(properties, 'webHidden'))) return;
  const emphasised = properties !== undefined && isOn(properties, 'b');
  for (const child of elementsOf(run)) {
    if (isWord(child, 't')) runs.push({ text: textWithin(child) ?? '', emphasised });
    else if (isWord(child, 'noBreakHyphen')) runs.push({ text: '-', emphasised });
    else if (isWord(child, 'sym')) runs.push({ text: '\ufffd', emphasised });
    else if (!WORD.has(child.uri) || !UNSHOWN.has(child.local)) collect(child, runs);
  }
}

/** A property that is there, unless its value says that it is not meant. */
function isOn(properties: XmlElement, local: string): boolean {
  const found = elementsOf(properties).find((one) => isWord(one, local));
  const value = found?.attributes.find((one) => one.local === 'val')?.value;
  return found !== undefined && value !== 'false' && value !== '0' && value !== 'off';
}

function isWord(element: XmlElement, local: string): boolean {
  return WORD.has(element.uri) && isNamed(element, element.uri, local);
}
