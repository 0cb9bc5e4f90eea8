import { canonicalXml, compare } from '../xml/canonical-xml.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { RELATIONSHIPS_NS } from './names.ts';
import type { RelationshipChoice } from './reference.ts';
import type { Relationship } from './relationships.ts';

/** True for a relationship that a signature covers. */
export function isChosen(choice: RelationshipChoice, one: Relationship): boolean {
  return choice.ids.has(one.id) || choice.types.has(one.type);
}

/**
 * What a signature over relationships is made of (ECMA-376 part 2, 13.2.4.24): the chosen ones alone, in the order of
 * their ids, with nothing between them and each with its mode, in canonical XML.
 */
export function chosenRelationships(all: readonly Relationship[], choice: RelationshipChoice): Uint8Array {
  const scope = new Map([['', RELATIONSHIPS_NS]]);
  const base = { prefix: '', uri: RELATIONSHIPS_NS, scope } as const;
  const chosen = all.filter((one) => isChosen(choice, one)).sort((one, other) => compare(one.id, other.id));
  const children = chosen.map((one): XmlElement => {
    const values = {
      Id: one.id,
      Target: one.target,
      TargetMode: one.external ? 'External' : 'Internal',
      Type: one.type,
    };
    const attributes = Object.entries(values).map(([local, value]) => ({ prefix: '', local, uri: '', value }));
    return { ...base, local: 'Relationship', attributes, children: [] };
  });
  return canonicalXml({ ...base, local: 'Relationships', attributes: [], children }, { kind: 'inclusive' });
}
