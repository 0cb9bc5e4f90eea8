import { deflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';
import { serialise } from './serialise.ts';
import { dictionary, name, PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.ts';

type Placed = { readonly number: number; readonly generation: number; readonly offset: number };

/** What of the older trailers holds for the new one. */
const KEPT = ['Root', 'Info', 'ID'] as const;

/** New and changed objects to be added after the bytes of a file, which stay as they are. */
export class Increment {
  readonly file: PdfFile;
  readonly #objects = new Map<number, { readonly generation: number; readonly value: PdfValue }>();
  #next: number;

  constructor(file: PdfFile) {
    this.file = file;
    this.#next = file.size;
  }

  /** A number for an object that is set later. */
  reserve(): PdfReference {
    return new PdfReference(this.#next++, 0);
  }

  add(value: PdfValue): PdfReference {
    const reference = this.reserve();
    this.replace(reference, value);
    return reference;
  }

  replace(reference: PdfReference, value: PdfValue): void {
    this.#objects.set(reference.number, { generation: reference.generation, value });
  }

  /** What a reference stands for once this is written. */
  current(reference: PdfReference): PdfValue {
    return this.#objects.get(reference.number)?.value ?? this.file.resolve(reference);
  }

  addStream(entries: Readonly<Record<string, PdfValue>>, content: Uint8Array): PdfReference {
    const bytes = deflateSync(content);
    const all = { ...entries, Filter: name('FlateDecode'), Length: bytes.length };
    return this.add(new PdfStream(dictionary(all), bytes));
  }

  /** The whole file with these objects after it. */
  write(): Buffer {
    const parts: Uint8Array[] = [this.file.bytes];
    let offset = this.file.bytes.length;
    const put = (part: Uint8Array | string): void => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(bytes);
      offset += bytes.length;
    };
    if (this.file.bytes.at(-1) !== 10) put('\n');
    const placed: Placed[] = [];
    for (const [number, { generation, value }] of this.#objects) {
      placed.push({ number, generation, offset });
      put(`${number} ${generation} obj\n`);
      if (value instanceof PdfStream) {
        put(`${serialise(value.dictionary)}\nstream\n`);
        put(value.bytes);
        put('\nendstream\nendobj\n');
      } else {
        put(`${serialise(value)}\nendobj\n`);
      }
    }
    placed.sort((a, b) => a.number - b.number);
    put(this.file.crossReference.form === 'table' ? this.#table(placed, offset) : this.#stream(placed, offset));
    return Buffer.concat(parts);
  }

  #trailer(size: number): PdfDictionary {
    const { trailer, start } = this.file.crossReference;
    const entries = new Map<string, PdfValue>([['Size', size]]);
    for (const key of KEPT) {
      const value = trailer.get(key);
      if (value !== undefined) entries.set(key, value);
    }
    entries.set('Prev', start);
    return new PdfDictionary(entries);
  }

  #table(placed: readonly Placed[], offset: number): string {
    let text = 'xref\n';
    for (const run of runsOf(placed)) {
      text += `${run[0]?.number ?? 0} ${run.length}\n`;
      for (const each of run) {
        text += `${String(each.offset).padStart(10, '0')} ${String(each.generation).padStart(5, '0')} n \n`;
      }
    }
    return `${text}trailer\n${serialise(this.#trailer(this.#next))}\nstartxref\n${offset}\n%%EOF\n`;
  }

  #stream(placed: readonly Placed[], offset: number): Buffer {
    const own: Placed = { number: this.#next, generation: 0, offset };
    const all = [...placed, own];
    const data = Buffer.alloc(all.length * 8);
    for (const [index, each] of all.entries()) {
      data.writeUInt8(1, index * 8);
      data.writeUIntBE(each.offset, index * 8 + 1, 5);
      data.writeUInt16BE(each.generation, index * 8 + 6);
    }
    const bytes = deflateSync(data);
    const entries = this.#trailer(this.#next + 1).with({
      Type: name('XRef'),
      W: [1, 5, 2],
      Index: runsOf(all).flatMap((run) => [run[0]?.number ?? 0, run.length]),
      Filter: name('FlateDecode'),
      Length: bytes.length,
    });
    return Buffer.concat([
      Buffer.from(`${own.number} 0 obj\n${serialise(entries)}\nstream\n`, 'latin1'),
      bytes,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${offset}\n%%EOF\n`, 'latin1'),
    ]);
  }
}

/** Objects whose numbers follow each other. */
function runsOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const each of placed) {
    const run = runs.at(-1);
    if (run && (run.at(-1)?.number ?? -2) + 1 === each.number) run.push(each);
    else runs.push([each]);
  }
  return runs;
}
