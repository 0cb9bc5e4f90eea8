import { safeText } from '../safe-text.ts';
import { latin1, utf8, utf16be } from '../text-encodings.ts';
import type { Asn1 } from './asn1.ts';
import { Members, oidOf } from './members.ts';

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/** What a certificate's subject calls itself: its common name, else its organisation, else "(no name)". */
export function nameOfSubject(name: Asn1): string {
  const named = new Map<string, string>();
  for (const set of name.children) {
    for (const attribute of set.children) {
      const members = new Members(attribute);
      const type = oidOf(members.any());
      if (!named.has(type)) named.set(type, textOf(members.any()));
    }
  }
  return named.get(COMMON_NAME) || named.get(ORGANISATION) || '(no name)';
}

function textOf(value: Asn1): string {
  switch (value.tag) {
    case 0x0c:
      return safeText(utf8(value.content) ?? latin1(value.content));
    case 0x1e:
      return safeText(utf16be(value.content));
    default:
      return safeText(latin1(value.content));
  }
}
