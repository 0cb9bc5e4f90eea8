/** The names that the stylesheets colour; see `pdf/pdf-page.module.css` and `docx/frame-style.ts`. */
const ALL = 'script-match';
const CURRENT = 'script-match-current';

/** The window a document lives in: marks belong to its registry, not to the page's. */
type Realm = { readonly CSS: typeof CSS; readonly Highlight: typeof Highlight };

/** Marks matches by the Highlight API, which leaves the document's own nodes untouched. */
export class FindMarks {
  readonly #realm: Realm;
  #all: readonly Range[] = [];
  #current: Range | null = null;

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  /** Marks these and nothing else; several readers in one window share the two names. */
  show(all: readonly Range[], current: Range | null): void {
    this.clear();
    this.#all = all;
    this.#current = current;
    const marks = this.#named(ALL, 0);
    for (const range of all) marks.add(range);
    if (current) this.#named(CURRENT, 1).add(current);
  }

  clear(): void {
    const marks = this.#named(ALL, 0);
    for (const range of this.#all) marks.delete(range);
    if (this.#current) this.#named(CURRENT, 1).delete(this.#current);
    this.#all = [];
    this.#current = null;
  }

  #named(name: string, priority: number): Highlight {
    const known = this.#realm.CSS.highlights.get(name);
    if (known) return known;
    const made = new this.#realm.Highlight();
    made.priority = priority;
    this.#realm.CSS.highlights.set(name, made);
    return made;
  }
}
