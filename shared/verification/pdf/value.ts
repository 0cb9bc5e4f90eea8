import { sameBytes } from '../same-bytes.ts';

export type PdfRef = { readonly kind: 'ref'; readonly number: number; readonly generation: number };
/** `start` and `end` are where the token stands in the bytes it was read from, its brackets included. */
export type PdfString = {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
};
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] };
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };

/** A value as it is written in a PDF; references are not followed. */
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | PdfString
  | PdfArray
  | PdfDict
  | PdfRef;

export const NULL: PdfValue = { kind: 'null' };

/** The value under a key; null where there is none, as PDF has it. */
export function entry(dict: PdfDict, key: string): PdfValue {
  return dict.entries.get(key) ?? NULL;
}

export function nameOf(value: PdfValue): string | null {
  return value.kind === 'name' ? value.name : null;
}

export function integerOf(value: PdfValue): number | null {
  return value.kind === 'number' && Number.isSafeInteger(value.value) ? value.value : null;
}

export function itemsOf(value: PdfValue): readonly PdfValue[] {
  return value.kind === 'array' ? value.items : [];
}

/** Two values that say the same; references are the same where they name the same object. */
export function sameValue(one: PdfValue, other: PdfValue): boolean {
  switch (one.kind) {
    case 'null':
      return other.kind === 'null';
    case 'boolean':
      return other.kind === 'boolean' && one.value === other.value;
    case 'number':
      return other.kind === 'number' && one.value === other.value;
    case 'name':
      return other.kind === 'name' && one.name === other.name;
    case 'string':
      return other.kind === 'string' && sameBytes(one.bytes, other.bytes);
    case 'ref':
      return other.kind === 'ref' && one.number === other.number && one.generation === other.generation;
    case 'array':
      return (
        other.kind === 'array' &&
        one.items.length === other.items.length &&
        one.items.every((item, index) => sameValue(item, other.items[index] ?? NULL))
      );
    case 'dict':
      return other.kind === 'dict' && changedKeys(one, other).length === 0;
  }
}

/** The keys whose values differ, those that only one side has included. */
export function changedKeys(one: PdfDict, other: PdfDict): readonly string[] {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return [...keys].filter((key) => !sameValue(entry(one, key), entry(other, key)));
}
