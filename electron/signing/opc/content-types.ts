import { type FlatList, readFlatList } from './flat-xml.ts';

/** The one item of a package that is no part: it says what every part is. */
export const CONTENT_TYPES_NAME = '[Content_Types].xml';

/** What each part of a package is. */
export class ContentTypes {
  readonly #list: FlatList;
  readonly #byName = new Map<string, string>();
  readonly #byExtension = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.#list = readFlatList(bytes, 'Types', 'http://schemas.openxmlformats.org/package/2006/content-types');
    for (const { name, attributes } of this.#list.entries) {
      const type = attributes.get('ContentType');
      const of = attributes.get(name === 'Override' ? 'PartName' : 'Extension')?.toLowerCase();
      const map = name === 'Override' ? this.#byName : this.#byExtension;
      if (!['Override', 'Default'].includes(name) || type === undefined || of === undefined || map.has(of))
        throw new Error('The package says twice or not at all what a part is');
      map.set(of, type);
    }
  }

  /** The type of a part, named as in the ZIP. Throws where the package does not say it. */
  of(name: string): string {
    const folded = name.toLowerCase();
    const extension = /\.([^./]*)$/.exec(folded)?.[1] ?? '';
    const type = this.#byName.get(`/${folded}`) ?? this.#byExtension.get(extension);
    if (type === undefined) throw new Error(`The package does not say what its part ${name} is`);
    return type;
  }

  /** The same bytes with the types of further parts. */
  with(parts: ReadonlyMap<string, string>): Uint8Array {
    return this.#list.with(
      [...parts].map(([name, type]) => ({
        name: 'Override',
        attributes: new Map([
          ['PartName', `/${name}`],
          ['ContentType', type],
        ]),
      })),
    );
  }
}
