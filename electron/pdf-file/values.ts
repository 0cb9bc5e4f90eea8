/** The objects of a PDF, as far as a form and its signatures need them. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfRaw
  | PdfDictionary
  | PdfStream
  | readonly PdfValue[];

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfString {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** Written as it stands: for values whose length must be known beforehand. */
export class PdfRaw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  constructor(entries: ReadonlyMap<string, PdfValue>) {
    this.entries = entries;
  }

  get(key: string): PdfValue | undefined {
    return this.entries.get(key);
  }

  /** This dictionary with some entries set anew. */
  with(changes: Readonly<Record<string, PdfValue>>): PdfDictionary {
    return new PdfDictionary(new Map([...this.entries, ...Object.entries(changes)]));
  }
}

/** A stream with its bytes as the file holds them. */
export class PdfStream {
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
  constructor(dictionary: PdfDictionary, bytes: Uint8Array) {
    this.dictionary = dictionary;
    this.bytes = bytes;
  }
}

export function name(text: string): PdfName {
  return new PdfName(text);
}

export function dictionary(entries: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return new PdfDictionary(new Map(Object.entries(entries)));
}

/** A text as PDF has it: plain where ASCII says it, else UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e\n]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'));
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new PdfString(utf16.swap16());
}

/** The text of a PDF string, whichever way it is written. */
export function textOf(value: PdfString): string {
  const bytes = Buffer.from(value.bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return bytes.subarray(2).swap16().toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}
