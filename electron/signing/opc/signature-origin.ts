import { CONTENT_TYPES_NAME, ContentTypes } from './content-types.ts';
import { NO_RELATIONSHIPS, Relationships, ROOT_RELATIONSHIPS, relationshipsOf, resolved } from './relationships.ts';
import { type Item, itemOf } from './zip-package.ts';

const TYPE = 'application/vnd.openxmlformats-package.';
const RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/';
/** The relationship by which a package says where its signatures begin. */
export const ORIGIN_RELATION = `${RELATION}origin`;
const SIGNATURE_RELATION = `${RELATION}signature`;
/** Where Office and LibreOffice look for it. */
const ORIGIN = '_xmlsignatures/origin.sigs';

/** A package with its signatures' origin, which every signature hangs from. */
export class SignedPackage {
  readonly types: ContentTypes;
  readonly #items: ReadonlyMap<string, Item>;
  readonly #root: Relationships;
  readonly #origin: string | null;
  readonly #signatures: readonly string[];

  constructor(items: readonly Item[]) {
    this.#items = new Map(items.map((item) => [item.name, item]));
    this.types = new ContentTypes(this.#content(CONTENT_TYPES_NAME));
    this.#root = new Relationships(this.#content(ROOT_RELATIONSHIPS));
    const [origin, ...others] = this.#root.all.filter(({ type }) => type === ORIGIN_RELATION);
    if (others.length > 0) throw new Error('The package has two origins of signatures');
    this.#origin = origin === undefined ? null : resolved(origin.target, '');
    const listed = this.#origin === null ? undefined : this.#items.get(relationshipsOf(this.#origin));
    const signatures = listed === undefined ? [] : new Relationships(listed.content).all;
    this.#signatures = signatures
      .filter(({ type }) => type === SIGNATURE_RELATION)
      .map(({ target }) => resolved(target, this.#origin ?? ''));
  }

  /** How many there are. */
  get signatures(): number {
    return this.#signatures.length;
  }

  /** What a signature has to cover: all but the signatures' origin and its relationships, and the signatures if wanted. */
  parts(withSignatures: boolean): readonly Item[] {
    const own = new Set<string>([CONTENT_TYPES_NAME, ...(withSignatures ? [] : this.#signatures)]);
    if (this.#origin !== null) own.add(this.#origin).add(relationshipsOf(this.#origin));
    return [...this.#items.values()].filter(({ name }) => !own.has(name));
  }

  /** The items with one more signature; those that were there keep their place. */
  withSignature(xml: Uint8Array): readonly Item[] {
    const origin = this.#origin ?? ORIGIN;
    const list = relationshipsOf(origin);
    const signature = this.#freeName(origin);
    const types = new Map([[signature, `${TYPE}digital-signature-xmlsignature+xml`]]);
    const changed = new Map([[signature, xml]]);
    if (this.#origin === null) {
      if (this.#items.has(ORIGIN)) throw new Error(`The package has a part ${ORIGIN} that is not its own`);
      types.set(origin, `${TYPE}digital-signature-origin`);
      changed.set(origin, new Uint8Array());
      changed.set(ROOT_RELATIONSHIPS, this.#root.with(ORIGIN_RELATION, origin));
    }
    const signatures = new Relationships(this.#items.get(list)?.content ?? NO_RELATIONSHIPS);
    changed.set(list, signatures.with(SIGNATURE_RELATION, signature.slice(signature.lastIndexOf('/') + 1)));
    changed.set(CONTENT_TYPES_NAME, this.types.with(types));
    const items = new Map(this.#items);
    for (const [name, content] of changed) items.set(name, itemOf(name, content));
    return [...items.values()];
  }

  /** `sig1.xml` beside the origin, or the first number that is free. */
  #freeName(origin: string): string {
    const taken = new Set([...this.#items.keys()].map((name) => name.toLowerCase()));
    const folder = origin.slice(0, origin.lastIndexOf('/') + 1);
    let number = this.#signatures.length + 1;
    while (taken.has(`${folder}sig${number}.xml`.toLowerCase())) number += 1;
    return `${folder}sig${number}.xml`;
  }

  #content(name: string): Uint8Array {
    const item = this.#items.get(name);
    if (!item) throw new Error(`This is no package: it has no ${name}`);
    return item.content;
  }
}
