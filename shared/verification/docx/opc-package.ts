import { reading, Unreadable } from '../unreadable.ts';
import { readXml } from '../xml/xml-reader.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type ZipEntry, ZipFile } from '../zip/zip-file.ts';
import { ContentTypes } from './content-types.ts';
import { CONTENT_TYPES, OFFICE_DOCUMENT, ORIGIN_RELATION, SIGNATURE_RELATION } from './names.ts';
import { type Relationship, readRelationships, relationshipsPartOf, resolvedTarget } from './relationships.ts';

/** A package (ECMA-376 part 2): parts in a ZIP, with their kinds and what they point at. */
export class OpcPackage {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly types: ContentTypes;
  readonly #zip: ZipFile;
  readonly #byLowerName: ReadonlyMap<string, string>;
  readonly #trees = new Map<string, XmlElement>();
  readonly #relationships = new Map<string, readonly Relationship[]>();

  constructor(bytes: Uint8Array) {
    this.#zip = new ZipFile(bytes);
    this.entries = this.#zip.entries;
    this.#byLowerName = new Map([...this.entries.keys()].map((name) => [name.toLowerCase(), name]));
    const types = this.tree(CONTENT_TYPES);
    if (!types) throw new Unreadable('syntax');
    this.types = new ContentTypes(types);
  }

  /** All parts; folders and the list of kinds are none. */
  get partNames(): readonly string[] {
    return [...this.entries.keys()].filter((name) => name !== CONTENT_TYPES && !name.endsWith('/'));
  }

  /** A part's name as the package has it; names differ by more than upper and lower case. */
  find(name: string): string | null {
    return this.#byLowerName.get(name.toLowerCase()) ?? null;
  }

  bytes(name: string): Uint8Array | null {
    return this.#zip.read(name);
  }

  /** A part as XML; null where there is no such part. */
  tree(name: string): XmlElement | null {
    const known = this.#trees.get(name);
    if (known) return known;
    const bytes = this.bytes(name);
    if (!bytes) return null;
    const tree = readXml(bytes);
    this.#trees.set(name, tree);
    return tree;
  }

  /** What a part points at; '' is the package itself. */
  relationshipsOf(source: string): readonly Relationship[] {
    const known = this.#relationships.get(source);
    if (known) return known;
    const part = this.find(relationshipsPartOf(source));
    const tree = part === null ? null : this.tree(part);
    const found = tree ? readRelationships(tree) : [];
    this.#relationships.set(source, found);
    return found;
  }

  /** The parts that a source points at by relationships of a type. */
  targets(source: string, isType: (type: string) => boolean): readonly string[] {
    return this.relationshipsOf(source).flatMap((one) => {
      const name = one.external || !isType(one.type) ? null : resolvedTarget(source, one.target);
      const part = name === null ? null : this.find(name);
      return part === null ? [] : [part];
    });
  }

  /** The document's own text; null where it is none or not the only one. */
  get mainPart(): string | null {
    const [main, ...more] = this.targets('', (type) => OFFICE_DOCUMENT.has(type));
    return more.length === 0 ? (main ?? null) : null;
  }

  /** The parts that the package lists as its signatures, in order, and the parts that lead to them; none if it cannot. */
  get signatures(): { readonly listed: readonly string[]; readonly origins: readonly string[] } {
    const read = reading(() => {
      const origins = this.targets('', (type) => type === ORIGIN_RELATION);
      return { origins, listed: origins.flatMap((one) => this.targets(one, (type) => type === SIGNATURE_RELATION)) };
    });
    return read.ok ? read.value : { listed: [], origins: [] };
  }
}
