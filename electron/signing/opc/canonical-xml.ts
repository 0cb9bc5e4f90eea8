/** An element as Canonical XML 1.0 writes it. It may be put into others, and digested as it stands. */
export type Canonical = string & { readonly canonical: never };

/**
 * An element in canonical form: namespaces before attributes, each in the order of its name, no short form of an empty
 * element. What is digested by itself has to declare every namespace that stands on an element around it.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Canonical[]
): Canonical {
  const names = Object.keys(attributes).sort(inOrder);
  const written = names.map((one) => ` ${one}="${inAttribute(attributes[one] ?? '')}"`).join('');
  // The one place where text becomes canonical: by its making.
  return `<${name}${written}>${content.join('')}</${name}>` as Canonical;
}

/** Text as the content of an element. Characters that XML cannot hold become U+FFFD. */
export function text(value: string): Canonical {
  return held(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;') as Canonical;
}

function inAttribute(value: string): string {
  return held(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');
}

/** `xmlns` first, then `xmlns:…`, then the attributes; ours have no prefix. */
function inOrder(a: string, b: string): number {
  const rank = (name: string) => (name === 'xmlns' ? 0 : name.startsWith('xmlns:') ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function held(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 excludes exactly these
  return value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
