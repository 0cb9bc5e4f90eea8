import { utf8 } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import { FORBIDDEN, NAME, withReferences } from './characters.ts';
import type { Scope, XmlAttribute, XmlElement, XmlNode } from './xml-tree.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const LARGEST = 64 * 1024 * 1024;
const DEEPEST = 256;
const MOST_ELEMENTS = 2_000_000;
const MOST_ATTRIBUTES = 256;

type Open = {
  readonly qualified: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly scope: Scope;
  readonly children: XmlNode[];
};

type RawAttribute = { readonly prefix: string; readonly local: string; readonly value: string };

/**
 * Reads a document of XML 1.0 with namespaces, in UTF-8. Strict and small: no document type, so no entities but XML's own
 * five; no processing instructions; every limit is far above what an honest document has. Anything else is Unreadable.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > LARGEST) throw new Unreadable('too-much');
  const text = utf8(bytes);
  if (text === null || FORBIDDEN.test(text)) throw new Unreadable('syntax');
  return new XmlReader(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')).document();
}

class XmlReader {
  readonly #text: string;
  readonly #open: Open[] = [];
  #at = 0;
  #elements = 0;
  #root: XmlElement | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  document(): XmlElement {
    this.#declaration();
    while (this.#at < this.#text.length) this.#next();
    if (this.#open.length > 0) throw new Unreadable('ends-early');
    if (!this.#root) throw new Unreadable('syntax');
    return this.#root;
  }

  #declaration(): void {
    const found =
      /^<\?xml version=(["'])1\.0\1(?:\s+encoding=(["'])(?:utf-8|us-ascii)\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>/i.exec(
        this.#text.slice(0, 200),
      );
    if (found) this.#at = found[0].length;
  }

  #next(): void {
    const text = this.#text;
    const tag = text.indexOf('<', this.#at);
    const until = tag < 0 ? text.length : tag;
    if (until > this.#at) this.#characters(text.slice(this.#at, until), true);
    this.#at = until;
    if (tag < 0) return;
    if (text.startsWith('<!--', tag)) this.#comment();
    else if (text.startsWith('<![CDATA[', tag)) this.#cdata();
    else if (text.startsWith('</', tag)) this.#end();
    else this.#start();
  }

  #characters(raw: string, references: boolean): void {
    const parent = this.#open.at(-1);
    if (references && raw.includes(']]>')) throw new Unreadable('syntax');
    if (!parent) {
      if (/[^ \t\n]/.test(raw)) throw new Unreadable('syntax');
      return;
    }
    const text = references && raw.includes('&') ? withReferences(raw) : raw;
    if (text === null) throw new Unreadable('syntax');
    const before = parent.children.at(-1);
    if (typeof before === 'string') parent.children[parent.children.length - 1] = before + text;
    else parent.children.push(text);
  }

  #comment(): void {
    const end = this.#text.indexOf('--', this.#at + 4);
    if (end < 0) throw new Unreadable('ends-early');
    if (this.#text[end + 2] !== '>') throw new Unreadable('syntax');
    this.#at = end + 3;
  }

  #cdata(): void {
    const end = this.#text.indexOf(']]>', this.#at);
    if (end < 0) throw new Unreadable('ends-early');
    if (this.#open.length === 0) throw new Unreadable('syntax');
    this.#characters(this.#text.slice(this.#at + '<![CDATA['.length, end), false);
    this.#at = end + 3;
  }

  #end(): void {
    this.#at += 2;
    const qualified = this.#qualified();
    this.#space();
    this.#need('>');
    const open = this.#open.pop();
    if (!open || open.qualified !== `${qualified.prefix}:${qualified.local}`) throw new Unreadable('syntax');
    this.#close(open);
  }

  #close({ prefix, local, uri, attributes, scope, children }: Open): void {
    const element: XmlElement = { prefix, local, uri, attributes, scope, children };
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else this.#root = element;
  }

  #start(): void {
    this.#at += 1;
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS) throw new Unreadable('too-much');
    if (this.#open.length >= DEEPEST) throw new Unreadable('too-deep');
    if (this.#root) throw new Unreadable('syntax');
    const { prefix, local } = this.#qualified();
    const raw: RawAttribute[] = [];
    while (this.#space() && !this.#is('>') && !this.#is('/')) {
      if (raw.length >= MOST_ATTRIBUTES) throw new Unreadable('too-much');
      raw.push(this.#attribute());
    }
    const scope = scopeWith(this.#open.at(-1)?.scope ?? new Map([['xml', XML]]), raw);
    const uri = uriOf(scope, prefix);
    const open: Open = {
      qualified: `${prefix}:${local}`,
      prefix,
      local,
      uri,
      attributes: attributesIn(scope, raw),
      scope,
      children: [],
    };
    if (this.#is('/')) {
      this.#at += 1;
      this.#need('>');
      this.#close(open);
    } else {
      this.#need('>');
      this.#open.push(open);
    }
  }

  #attribute(): RawAttribute {
    const { prefix, local } = this.#qualified();
    this.#space();
    this.#need('=');
    this.#space();
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") throw new Unreadable('syntax');
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0) throw new Unreadable('ends-early');
    const raw = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    const value = raw.includes('<') ? null : withReferences(raw.replace(/[\t\n]/g, ' '));
    if (value === null) throw new Unreadable('syntax');
    return { prefix, local, value };
  }

  #qualified(): { readonly prefix: string; readonly local: string } {
    const first = this.#name();
    if (!this.#is(':')) return { prefix: '', local: first };
    this.#at += 1;
    return { prefix: first, local: this.#name() };
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const found = NAME.exec(this.#text)?.[0];
    if (found === undefined) throw new Unreadable(this.#at >= this.#text.length ? 'ends-early' : 'syntax');
    this.#at += found.length;
    return found;
  }

  /** Passes white space and says whether there was any, or the tag ends here. */
  #space(): boolean {
    const from = this.#at;
    while (this.#is(' ') || this.#is('\t') || this.#is('\n')) this.#at += 1;
    return this.#at > from || this.#is('>') || this.#is('/');
  }

  #is(character: string): boolean {
    return this.#text[this.#at] === character;
  }

  #need(character: string): void {
    if (!this.#is(character)) throw new Unreadable(this.#at >= this.#text.length ? 'ends-early' : 'syntax');
    this.#at += 1;
  }
}

/** The scope with an element's own declarations; the same map where it has none. */
function scopeWith(outer: Scope, raw: readonly RawAttribute[]): Scope {
  const declared = raw.filter((one) => one.prefix === 'xmlns' || (one.prefix === '' && one.local === 'xmlns'));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  const seen = new Set<string>();
  for (const { prefix, local, value } of declared) {
    const name = prefix === '' ? '' : local;
    const reserved = name === 'xml' || name === 'xmlns' || value === XML || value === XMLNS;
    if (seen.has(name) || reserved || (name !== '' && value === '')) throw new Unreadable('syntax');
    seen.add(name);
    scope.set(name, value);
  }
  return scope;
}

/** Attributes with their namespaces, each once by its full name. */
function attributesIn(scope: Scope, raw: readonly RawAttribute[]): readonly XmlAttribute[] {
  const attributes = raw
    .filter((one) => one.prefix !== 'xmlns' && !(one.prefix === '' && one.local === 'xmlns'))
    .map((one) => ({ ...one, uri: one.prefix === '' ? '' : uriOf(scope, one.prefix) }));
  if (new Set(attributes.map((one) => `${one.uri} ${one.local}`)).size !== attributes.length) {
    throw new Unreadable('syntax');
  }
  return attributes;
}

function uriOf(scope: Scope, prefix: string): string {
  const uri = scope.get(prefix);
  if (uri === undefined && prefix !== '') throw new Unreadable('syntax');
  return uri ?? '';
}
