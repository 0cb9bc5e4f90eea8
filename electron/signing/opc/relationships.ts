import { type Canonical, element } from './canonical-xml.ts';
import { type FlatList, readFlatList } from './flat-xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const ATTRIBUTES = ['Id', 'Type', 'Target', 'TargetMode'];

export type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly mode: string;
};

/** The relationships of the package itself. */
export const ROOT_RELATIONSHIPS = '_rels/.rels';

export function isRelationshipsPart(name: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/i.test(name);
}

/** The part that holds a part's relationships. */
export function relationshipsOf(name: string): string {
  return name.replace(/([^/]*)$/, '_rels/$1.rels');
}

/** What a part's relationship points at, as a name in the ZIP. */
export function resolved(target: string, source: string): string {
  return new URL(target, `opc:/${source}`).pathname.slice(1);
}

/** One relationships part. */
export class Relationships {
  readonly #list: FlatList;
  readonly all: readonly Relationship[];

  constructor(bytes: Uint8Array) {
    this.#list = readFlatList(bytes, 'Relationships', NAMESPACE);
    this.all = this.#list.entries.map(({ name, attributes }) => {
      const [id, type, target] = ATTRIBUTES.map((one) => attributes.get(one));
      const known = [...attributes.keys()].every((one) => ATTRIBUTES.includes(one));
      if (name !== 'Relationship' || !known || id === undefined || type === undefined || target === undefined)
        throw new Error('A relationship of the package is not in a form that is understood');
      return { id, type, target, mode: attributes.get('TargetMode') ?? 'Internal' };
    });
    if (new Set(this.all.map(({ id }) => id)).size < this.all.length)
      throw new Error('Two relationships of the package have the same name');
  }

  /**
   * Nothing stands between the elements and nothing in them is escaped. LibreOffice (its xmlsec, 1.2.37) transforms such
   * a part as the standard says, and no other.
   */
  get plain(): boolean {
    return this.#list.plain;
  }

  /** This part with one more relationship, under the first id that is free, and with nothing between them. */
  with(type: string, target: string): Uint8Array {
    const ids = new Set(this.all.map(({ id }) => id));
    let number = this.all.length + 1;
    while (ids.has(`rId${number}`)) number += 1;
    return written([...this.all, { id: `rId${number}`, type, target, mode: 'Internal' }]);
  }
}

/** A relationships part without any. */
export const NO_RELATIONSHIPS = written([]);

function written(relationships: readonly Relationship[]): Uint8Array {
  const entries = relationships.map(({ id, type, target, mode }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: target,
      ...(mode === 'Internal' ? {} : { TargetMode: mode }),
    }),
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element('Relationships', { xmlns: NAMESPACE }, ...entries)}`,
  );
}

/** The relationships transform of ECMA-376 part 2, and Canonical XML after it: what is digested of these. */
export function transformed(relationships: readonly Relationship[]): Canonical {
  return element(
    'Relationships',
    { xmlns: NAMESPACE },
    ...sorted(relationships).map(({ id, type, target, mode }) =>
      element('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode }),
    ),
  );
}

/** In the order of their ids, as the transform asks. */
export function sorted(relationships: readonly Relationship[]): readonly Relationship[] {
  return relationships.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
