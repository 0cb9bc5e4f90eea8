import { latin1 } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import { type Asn1, TAG } from './asn1.ts';

/** Walks through the members of an element in their order; what is not expected is Unreadable. */
export class Members {
  readonly #members: readonly Asn1[];
  #at = 0;

  constructor(of: Asn1, tag: number = TAG.sequence) {
    if (of.tag !== tag) throw new Unreadable('syntax');
    this.#members = of.children;
  }

  /** The next member, whatever it is. */
  any(): Asn1 {
    const member = this.#members[this.#at];
    if (!member) throw new Unreadable('syntax');
    this.#at += 1;
    return member;
  }

  need(tag: number): Asn1 {
    const member = this.any();
    if (member.tag !== tag) throw new Unreadable('syntax');
    return member;
  }

  optional(tag: number): Asn1 | null {
    return this.#members[this.#at]?.tag === tag ? this.any() : null;
  }

  /** All that are left. */
  rest(): readonly Asn1[] {
    const left = this.#members.slice(this.#at);
    this.#at = this.#members.length;
    return left;
  }

  /** Says that nothing may follow. */
  end(): void {
    if (this.#at < this.#members.length) throw new Unreadable('syntax');
  }
}

/** An object identifier in dotted form. */
export function oidOf(element: Asn1): string {
  if (element.tag !== TAG.oid || element.content.length === 0) throw new Unreadable('syntax');
  const parts: number[] = [];
  let part = 0;
  let open = false;
  for (const byte of element.content) {
    if ((!open && byte === 0x80) || part > 2 ** 40) throw new Unreadable('syntax');
    part = part * 128 + (byte & 0x7f);
    open = byte >= 0x80;
    if (open) continue;
    if (parts.length === 0) {
      const root = Math.min(2, Math.floor(part / 40));
      parts.push(root, part - root * 40);
    } else parts.push(part);
    part = 0;
  }
  if (open) throw new Unreadable('syntax');
  return parts.join('.');
}

/** A small whole number that is not negative. */
export function smallInteger(element: Asn1): number {
  const { content } = integer(element);
  if (content.length > 4 || (content[0] ?? 0) >= 0x80) throw new Unreadable('syntax');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** An integer written as short as can be, as DER has it. */
export function integer(element: Asn1): Asn1 {
  const [first, second] = element.content;
  if (element.tag !== TAG.integer || first === undefined) throw new Unreadable('syntax');
  const padded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (padded) throw new Unreadable('syntax');
  return element;
}

/** The bytes of a bit string that has no bits left over. */
export function wholeBits(element: Asn1): Uint8Array {
  if (element.tag !== TAG.bitString || element.content[0] !== 0) throw new Unreadable('syntax');
  return element.content.subarray(1);
}

/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in the one form that DER allows. */
export function timeOf(element: Asn1): number {
  const text = latin1(element.content.subarray(0, 32));
  const parts =
    element.tag === TAG.utcTime
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
      : element.tag === TAG.generalizedTime
        ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
        : null;
  if (!parts) throw new Unreadable('syntax');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const full = element.tag === TAG.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const time = Date.parse(
    `${String(full).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`,
  );
  if (Number.isNaN(time)) throw new Unreadable('syntax');
  return time;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
