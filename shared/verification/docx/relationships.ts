import { Unreadable } from '../unreadable.ts';
import { attributeOf, elementsOf, isNamed, type XmlElement } from '../xml/xml-tree.ts';
import { RELATIONSHIPS_NS } from './names.ts';

/** What a part, or the package itself, points at. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  /** Out of the package. */
  readonly external: boolean;
};

const KNOWN = new Set(['Id', 'Type', 'Target', 'TargetMode']);

/** Reads a part that holds relationships: each with an id of its own, and nothing else. */
export function readRelationships(root: XmlElement): readonly Relationship[] {
  if (!isNamed(root, RELATIONSHIPS_NS, 'Relationships')) throw new Unreadable('syntax');
  const ids = new Set<string>();
  return elementsOf(root).map((element) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(element, name));
    const mode = attributeOf(element, 'TargetMode');
    const known = element.attributes.every((one) => one.uri === '' && KNOWN.has(one.local));
    if (!isNamed(element, RELATIONSHIPS_NS, 'Relationship') || !known || elementsOf(element).length > 0) {
      throw new Unreadable('syntax');
    }
    if (id == null || type == null || target == null || ids.has(id)) throw new Unreadable('syntax');
    if (mode !== null && mode !== 'Internal' && mode !== 'External') throw new Unreadable('syntax');
    ids.add(id);
    return { id, type, target, external: mode === 'External' };
  });
}

/** `word/document.xml` for `word/_rels/document.xml.rels`, '' for the package's own; null for a part that holds none. */
export function sourceOf(name: string): string | null {
  const found = /^(|.*\/)_rels\/([^/]*)\.rels$/i.exec(name);
  return found ? `${found[1]}${found[2]}` : null;
}

/** The part that holds the relationships of another; '' is the package. */
export function relationshipsPartOf(source: string): string {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}

/** The part that a target names, seen from its source; null where it leaves the package. */
export function resolvedTarget(source: string, target: string): string | null {
  const [path = ''] = target.split(/[?#]/);
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}
