import { utf8Bytes } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import type { Scope, XmlAttribute, XmlElement } from './xml-tree.ts';

/**
 * How an element becomes bytes: inclusive writes every namespace in force, exclusive only those that are used (and the
 * listed prefixes). Both without comments.
 */
export type Canonical =
  | { readonly kind: 'inclusive' }
  | { readonly kind: 'exclusive'; readonly prefixes: ReadonlySet<string> };

const XML = 'http://www.w3.org/XML/1998/namespace';
const NOTHING: Scope = new Map();

/**
 * Canonical XML 1.0 of an element with all that it holds. `ancestors` are those above it: attributes of XML's own
 * namespace there would be inherited by one version and not by the other, so there may be none.
 */
export function canonicalXml(element: XmlElement, how: Canonical, ancestors: readonly XmlElement[] = []): Uint8Array {
  if (ancestors.some((one) => one.attributes.some((attribute) => attribute.uri === XML))) {
    throw new Unreadable('syntax');
  }
  const parts: string[] = [];
  write(element, NOTHING, how, parts);
  return utf8Bytes(parts.join(''));
}

/** `rendered` is what the elements above have written already. */
function write(element: XmlElement, rendered: Scope, how: Canonical, parts: string[]): void {
  const name = qualified(element);
  const namespaces = namespacesOf(element, rendered, how);
  const now = namespaces.length === 0 ? rendered : new Map([...rendered, ...namespaces]);
  parts.push('<', name);
  for (const [prefix, uri] of namespaces) {
    parts.push(prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`, escapedValue(uri), '"');
  }
  for (const one of [...element.attributes].sort(byName)) {
    parts.push(' ', qualified(one), '="', escapedValue(one.value), '"');
  }
  parts.push('>');
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(escapedText(child));
    else write(child, now, how, parts);
  }
  parts.push('</', name, '>');
}

/** The declarations that an element writes, by prefix. No default namespace is written only where one must be undone. */
function namespacesOf(element: XmlElement, rendered: Scope, how: Canonical): readonly (readonly [string, string])[] {
  const used = how.kind === 'inclusive' ? null : usedPrefixes(element, how.prefixes);
  const needed: [string, string][] = [];
  for (const prefix of used ?? new Set([...element.scope.keys(), ''])) {
    if (prefix === 'xml') continue;
    const uri = element.scope.get(prefix) ?? '';
    if (prefix !== '' && !element.scope.has(prefix)) continue;
    if ((rendered.get(prefix) ?? '') !== uri) needed.push([prefix, uri]);
  }
  return needed.sort(([one], [other]) => compare(one, other));
}

function usedPrefixes(element: XmlElement, listed: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set([element.prefix, ...listed]);
  for (const one of element.attributes) if (one.prefix !== '') used.add(one.prefix);
  return used;
}

function byName(one: XmlAttribute, other: XmlAttribute): number {
  return compare(one.uri, other.uri) || compare(one.local, other.local);
}

/** By code point, which UTF-16 code units only follow within the first plane. */
export function compare(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function qualified({ prefix, local }: { readonly prefix: string; readonly local: string }): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

function escapedText(text: string): string {
  return text.replace(/[&<>\r]/g, (one) => ESCAPES[one] ?? one);
}

function escapedValue(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (one) => ESCAPES[one] ?? one);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
