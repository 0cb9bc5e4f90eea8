import { utf8, utf8Bytes } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import { readXml } from '../xml/xml-reader.ts';
import { elementsOf, isNamed, textWithin, type XmlAttribute, type XmlElement } from '../xml/xml-tree.ts';

/** One property of a document: `said` is the same for values that say the same, be they elements or attributes. */
export type XmpProperty = {
  readonly uri: string;
  readonly local: string;
  /** As the file writes it, with its prefix. */
  readonly name: string;
  readonly said: string;
  /** A text and nothing else. */
  readonly isPlain: boolean;
  /** Namespaces of all that the value is made of. */
  readonly namespaces: ReadonlySet<string>;
};

/** By namespace and name. */
export type XmpProperties = ReadonlyMap<string, XmpProperty>;

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const META = 'adobe:ns:meta/';
const XML = 'http://www.w3.org/XML/1998/namespace';
/** What programs write is some kilobytes. */
const LARGEST = 4 * 1024 * 1024;
const PACKET = String.raw`<\?xpacket(?:\s+(?:begin|id|bytes|end)=(?:"[^"<>?]*"|'[^'<>?]*'))*\s*\?>`;
const BEGIN = new RegExp(String.raw`^\ufeff?\s*${PACKET}`);
const END = new RegExp(String.raw`${PACKET}\s*$`);
/** An end is far shorter, and looked for at the end alone. */
const LONGEST_END = 200;

/**
 * Reads a packet of XMP (ISO 16684-1) in its plain form: descriptions of the document, each property once. Unreadable
 * for the rest, where readers might take different properties out of it.
 */
export function readXmp(bytes: Uint8Array): XmpProperties {
  if (bytes.length > LARGEST) throw new Unreadable('too-much');
  const text = utf8(bytes);
  if (text === null) throw new Unreadable('syntax');
  const properties = new Map<string, XmpProperty>();
  for (const description of descriptionsIn(readXml(utf8Bytes(withoutPacket(text))))) {
    for (const property of propertiesOf(description)) {
      const key = `${property.uri} ${property.local}`;
      if (properties.has(key)) throw new Unreadable('syntax');
      properties.set(key, property);
    }
  }
  return properties;
}

/** The packet's two marks are processing instructions, which the reader of XML does not take. */
function withoutPacket(text: string): string {
  const body = text.replace(BEGIN, '').trimEnd();
  const tail = body.slice(-LONGEST_END);
  return (body.slice(0, body.length - tail.length) + tail.replace(END, '')).trim();
}

function descriptionsIn(root: XmlElement): readonly XmlElement[] {
  const lists = isNamed(root, META, 'xmpmeta') ? onlyElements(root) : [root];
  const [list, ...more] = lists;
  if (!list) return [];
  if (more.length > 0 || !isNamed(list, RDF, 'RDF') || list.attributes.length > 0) throw new Unreadable('syntax');
  const descriptions = onlyElements(list);
  if (!descriptions.every((one) => isNamed(one, RDF, 'Description'))) throw new Unreadable('syntax');
  return descriptions;
}

function propertiesOf(description: XmlElement): readonly XmpProperty[] {
  const ofAttributes = description.attributes.flatMap((one): readonly XmpProperty[] => {
    // What is described is the document itself, which has no other name.
    if (one.uri === RDF && one.local === 'about' && one.value === '') return [];
    if (one.uri === RDF || one.uri === XML || one.uri === '') throw new Unreadable('syntax');
    const said = JSON.stringify([[], one.value]);
    return [{ ...named(one), said, isPlain: true, namespaces: new Set() }];
  });
  const ofElements = onlyElements(description).map((one): XmpProperty => {
    if (one.uri === RDF || one.uri === XML || one.uri === '') throw new Unreadable('syntax');
    const namespaces = new Set<string>();
    const said = JSON.stringify(saidBy(one, namespaces));
    return { ...named(one), said, isPlain: one.attributes.length === 0 && textWithin(one) !== null, namespaces };
  });
  return [...ofAttributes, ...ofElements];
}

function named({ prefix, uri, local }: XmlElement | XmlAttribute): Pick<XmpProperty, 'uri' | 'local' | 'name'> {
  return { uri, local, name: prefix === '' ? local : `${prefix}:${local}` };
}

/** What an element says, whatever its prefixes, the order of its attributes and the white space between its elements. */
function saidBy(element: XmlElement, namespaces: Set<string>): unknown {
  const attributes = element.attributes.map(({ uri, local, value }) => {
    namespaces.add(uri);
    return [`${uri} ${local}`, value] as const;
  });
  attributes.sort(([one], [other]) => (one < other ? -1 : 1));
  const text = textWithin(element);
  if (text !== null) return [attributes, text];
  const children = onlyElements(element).map((child) => {
    namespaces.add(child.uri);
    return [`${child.uri} ${child.local}`, saidBy(child, namespaces)];
  });
  return [attributes, children];
}

/** The elements of one that may hold nothing but elements. */
function onlyElements(parent: XmlElement): readonly XmlElement[] {
  const blank = parent.children.every((child) => typeof child !== 'string' || /^[ \t\n]*$/.test(child));
  if (!blank) throw new Unreadable('syntax');
  return elementsOf(parent);
}
