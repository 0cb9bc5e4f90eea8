import { Unreadable } from '../unreadable.ts';
import { attributeOf, elementsOf, isNamed, type XmlElement } from '../xml/xml-tree.ts';
import { CONTENT_TYPES_NS } from './names.ts';

/** What kind each part is of, by its own name or by its ending. */
export class ContentTypes {
  readonly #byName = new Map<string, string>();
  readonly #byEnding = new Map<string, string>();

  constructor(root: XmlElement) {
    if (!isNamed(root, CONTENT_TYPES_NS, 'Types')) throw new Unreadable('syntax');
    for (const one of elementsOf(root)) {
      const isDefault = isNamed(one, CONTENT_TYPES_NS, 'Default');
      if (!isDefault && !isNamed(one, CONTENT_TYPES_NS, 'Override')) throw new Unreadable('syntax');
      const key = attributeOf(one, isDefault ? 'Extension' : 'PartName')?.toLowerCase();
      const type = attributeOf(one, 'ContentType');
      const into = isDefault ? this.#byEnding : this.#byName;
      if (key === undefined || type === null || into.has(key)) throw new Unreadable('syntax');
      into.set(key, type);
    }
  }

  /** Null for a part of no known kind. */
  of(name: string): string | null {
    const known = this.#byName.get(`/${name.toLowerCase()}`);
    return known ?? this.#byEnding.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null;
  }
}
