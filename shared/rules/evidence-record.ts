import { assertNever } from '../lib/assert-never.ts';
import type { EvidenceRecord } from '../model/portfolio.ts';

/** Every text that a person entered of a piece of evidence, in the order of its fields. A script's name is nobody's here. */
export function recordTexts(record: EvidenceRecord): readonly string[] {
  switch (record.form) {
    case 'document':
      return [record.place];
    case 'product':
      return [record.description, record.place];
    case 'observation':
      return [record.place, record.observer, record.notes];
    case 'witness-testimony': {
      const { name, role, relation, contact } = record.witness;
      return [name, role, relation, contact, record.statement];
    }
    case 'professional-discussion':
    case 'questioning':
      return [record.place, record.participants, record.notes];
    default:
      return assertNever(record);
  }
}
