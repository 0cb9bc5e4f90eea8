import { inflateRaw } from '../pdf/inflate.ts';
import { reading, Unreadable } from '../unreadable.ts';
import { Work } from '../work.ts';
import { crc32 } from './crc32.ts';
import { type DirectoryEntry, readDirectory } from './directory.ts';
import { type LocalEntry, readLocalEntry } from './local-entry.ts';
import { ZipFault } from './zip-fault.ts';

/** A file within the ZIP, unpacked when it is asked for. */
export type ZipEntry = { readonly name: string; readonly size: number; readonly from: number; readonly to: number };

const LEAST_WORK = 64 * 1024 * 1024;
const MOST_UNPACKED = 256 * 1024 * 1024;

/**
 * A ZIP that every reader reads alike: the directory and the entries say the same, the entries fill the file from its
 * first byte to the directory, and nothing lies between, beside or behind them. ZipFault for anything else.
 */
export class ZipFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly size: number;
  readonly #bytes: Uint8Array;
  readonly #work: Work;
  readonly #places: ReadonlyMap<string, DirectoryEntry & LocalEntry>;
  readonly #unpacked = new Map<string, Uint8Array>();
  #total = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.size = bytes.length;
    this.#work = new Work(16 * bytes.length + LEAST_WORK);
    const { entries, start } = readDirectory(bytes);
    const places = entries.map((one) => ({ ...one, ...readLocalEntry(bytes, one, start) }));
    places.sort((one, other) => one.offset - other.offset);
    let end = 0;
    for (const { offset, end: next } of places) {
      if (offset !== end) throw new ZipFault(offset < end ? 'overlap' : 'gap');
      end = next;
    }
    if (end !== start) throw new ZipFault(end > start ? 'overlap' : 'gap');
    const known = new Set<string>();
    for (const { name } of places) {
      if (known.has(name.toLowerCase())) throw new ZipFault('twice');
      known.add(name.toLowerCase());
    }
    this.#places = new Map(places.map((one) => [one.name, one]));
    this.entries = new Map(
      places.map(({ name, size, dataFrom: from, dataTo: to }) => [name, { name, size, from, to }]),
    );
  }

  /** What an entry unpacks to, its size and check sum as the directory says; null where there is none. */
  read(name: string): Uint8Array | null {
    const known = this.#unpacked.get(name);
    if (known) return known;
    const place = this.#places.get(name);
    if (!place) return null;
    const packed = this.#bytes.subarray(place.dataFrom, place.dataTo);
    this.#total += place.size;
    if (this.#total > MOST_UNPACKED) throw new Unreadable('too-much');
    this.#work.spend(packed.length);
    const plain = place.method === 0 ? packed : this.#unpack(packed, place.size);
    if (plain.length !== place.size || crc32(plain) !== place.crc) throw new ZipFault('damaged');
    this.#unpacked.set(name, plain);
    return plain;
  }

  /** No program writes data that do not unpack, or to more than the directory says: that is damage, like a wrong sum. */
  #unpack(packed: Uint8Array, size: number): Uint8Array {
    const plain = reading(() => inflateRaw(packed, size, this.#work));
    if (plain.ok) return plain.value;
    // Where the file asked for too much work altogether, nothing is known of these data.
    this.#work.spend(0);
    throw new ZipFault('damaged');
  }
}
