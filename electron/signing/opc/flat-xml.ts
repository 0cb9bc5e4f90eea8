/** An element of a flat list, by its local name. */
export type Entry = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/** A list of empty elements under one root, as content types and relationships are, and where to add to it. */
export type FlatList = {
  readonly entries: readonly Entry[];
  /** Nothing stands between the elements, and no value holds what has to be escaped. */
  readonly plain: boolean;
  /** The same bytes with entries added at the end of the list. */
  readonly with: (added: readonly Entry[]) => Uint8Array;
};

/** Space, a declaration, a comment, or a tag: whether it ends, its prefix, name and attributes, whether it is short. */
const TOKEN =
  /^\ufeff|[ \t\r\n]+|<\?xml[ \t\r\n][^?]*\?>|<!--[\s\S]*?-->|<(\/?)([\w.-]+:)?([\w.-]+)((?:[ \t\r\n]+[\w.:-]+[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*'))*)[ \t\r\n]*(\/?)>/uy;
const ATTRIBUTE = /([\w.:-]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a list whose root is `root` in `namespace`, and refuses all that such a list has no need of: other namespaces,
 * text, deeper elements, document types, encodings other than UTF-8.
 */
export function readFlatList(bytes: Uint8Array, root: string, namespace: string): FlatList {
  const xml = utf8(bytes);
  const refuse = (): never => {
    throw new Error(`The package's ${root} list is not in a form that is understood`);
  };
  const entries: Entry[] = [];
  let prefix: string | null = null;
  let end: { readonly from: number; readonly to: number; readonly closing: string } | null = null;
  let open: string | null = null;
  let plain = true;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (!token) return refuse();
    const [whole, slash, tokenPrefix = '', name, attributeText = '', selfClosing] = token;
    if (name === undefined) {
      if (prefix !== null && end === null) plain = false;
      continue;
    }
    const attributes = readAttributes(attributeText) ?? refuse();
    const declared = tokenPrefix === '' ? 'xmlns' : `xmlns:${tokenPrefix.slice(0, -1)}`;
    if (end !== null) return refuse();
    if (slash === '/') {
      if (tokenPrefix === prefix && open === name) open = null;
      else if (tokenPrefix === prefix && open === null && name === root) end = { from, to: from, closing: '' };
      else return refuse();
    } else if (prefix === null) {
      if (name !== root || attributes.get(declared) !== namespace) return refuse();
      prefix = tokenPrefix;
      const short = `${whole.slice(0, -2)}>`;
      if (selfClosing === '/') end = { from: from + short.length - 1, to: from + whole.length, closing: '>' };
    } else {
      if (open !== null || tokenPrefix !== prefix || (attributes.get(declared) ?? namespace) !== namespace)
        return refuse();
      if (/[&<>\t\n\r]/.test(attributeText)) plain = false;
      entries.push({ name, attributes: withoutNamespaces(attributes) });
      if (selfClosing !== '/') open = name;
    }
  }
  if (prefix === null || end === null) return refuse();
  const place = { ...end, prefix };
  return {
    entries,
    plain,
    with: (added) => {
      const text = added.map((entry) => written(entry, place.prefix)).join('');
      const rest = place.closing === '' ? xml.slice(place.from) : `</${place.prefix}${root}>${xml.slice(place.to)}`;
      return Buffer.from(`${xml.slice(0, place.from)}${place.closing}${text}${rest}`);
    },
  };
}

function utf8(bytes: Uint8Array): string {
  const xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const encoding = /^\ufeff?<\?xml\s[^?]*\bencoding\s*=\s*["']([^"']*)["']/u.exec(xml)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new Error('The package is not in UTF-8');
  return xml;
}

/** Null where one stands twice or holds an entity that XML does not define by itself. */
function readAttributes(text: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = plain(double ?? single ?? '');
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
  }
  return attributes;
}

function plain(value: string): string | null {
  let sound = true;
  const read = value.replace(/\r\n|[\t\n\r]/g, ' ').replace(/&([^;&]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16) : 0;
    const character = point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ENTITIES[name];
    if (character === undefined || !whole.endsWith(';')) sound = false;
    return character ?? '';
  });
  return sound ? read : null;
}

function withoutNamespaces(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...attributes].filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:')));
}

function written({ name, attributes }: Entry, prefix: string): string {
  const all = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return `<${prefix}${name}${all}/>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
