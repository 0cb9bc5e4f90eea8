/** Prefixes in force at an element with what they stand for; '' is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

export type XmlAttribute = {
  readonly prefix: string;
  readonly local: string;
  /** '' for an attribute without a prefix, which is in no namespace. */
  readonly uri: string;
  readonly value: string;
};

export type XmlElement = {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  /** Namespace declarations are not among them. */
  readonly attributes: readonly XmlAttribute[];
  readonly scope: Scope;
  readonly children: readonly XmlNode[];
};

/** Text is a string; comments are left out, and there are no processing instructions. */
export type XmlNode = XmlElement | string;

export function elementsOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The children of a name. */
export function childrenNamed(parent: XmlElement, uri: string, local: string): readonly XmlElement[] {
  return elementsOf(parent).filter((child) => isNamed(child, uri, local));
}

export function isNamed(element: XmlElement, uri: string, local: string): boolean {
  return element.uri === uri && element.local === local;
}

/** An attribute without a prefix. */
export function attributeOf(element: XmlElement, local: string): string | null {
  return element.attributes.find((one) => one.uri === '' && one.local === local)?.value ?? null;
}

/** The text of an element that holds nothing else; null where it holds elements. */
export function textWithin(element: XmlElement): string | null {
  return element.children.every((child) => typeof child === 'string') ? element.children.join('') : null;
}
