/** Tags of ASN.1 as they stand in DER. */
export const TAG = {
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of a constructed, context-specific element: `[number]`. */
export function context(number: number): number {
  return 0xa0 | number;
}

/** An element of DER: tag, length, and its parts in order. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = length < 0x80 ? [tag, length] : [tag, ...longLength(length)];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function longLength(length: number): readonly number[] {
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return [0x80 | digits.length, ...digits];
}

/** A SET OF: DER wants its members in the order of their bytes. */
export function derSet(tag: number, members: readonly Uint8Array[]): Uint8Array {
  return der(tag, ...members.toSorted((a, b) => Buffer.compare(a, b)));
}

/** An object identifier from its dotted text. */
export function oid(text: string): Uint8Array {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number);
  return der(TAG.objectIdentifier, new Uint8Array([first * 40 + second, ...others.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80);
  return digits;
}

/** An element read from DER; `whole` is it with its head. */
type Element = { readonly tag: number; readonly whole: Uint8Array; readonly content: Uint8Array };

/** The elements that follow each other in `bytes`. Throws RangeError if one runs over the end. */
export function elements(bytes: Uint8Array): readonly Element[] {
  const found: Element[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const digits = first < 0x80 ? 0 : first & 0x7f;
    let length = digits === 0 ? first : 0;
    for (let digit = 0; digit < digits; digit++) length = length * 256 + (bytes[at + 2 + digit] ?? 0);
    const start = at + 2 + digits;
    if (start + length > bytes.length) throw new RangeError('The DER ends within an element');
    found.push({ tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
