import { assertNever } from '../../lib/assert-never.ts';
import { showDate } from '../../lib/dates.ts';
import type { EvidenceRecord } from '../../model/portfolio.ts';
import type { RowPiece } from './page-search.ts';

const SHORT = 12;

/** What the pages must say of a piece of evidence, in their order: where it is, who saw or said it, and when. */
export function recordPieces(name: string, record: EvidenceRecord): readonly RowPiece[] {
  const line = (label: string, value: string): readonly RowPiece[] => [
    { fact: `the details of ${name}`, expected: `${label} ${value.trim() === '' ? 'not given' : value}` },
  ];
  const words = (label: string, value: string): readonly RowPiece[] =>
    value.trim() === ''
      ? line(label, value)
      : [label, value].map((expected) => ({ fact: `the words of ${name}`, expected }));
  switch (record.form) {
    case 'document': {
      const { file, place } = record;
      const kept = file === null ? 'kept outside the app' : `${file.name} (SHA-256 ${file.sha256.slice(0, SHORT)})`;
      const fact = `the document of ${name}`;
      return [{ fact, expected: `Document: ${kept}`, lettersMayLack: true }, ...line('Place:', place)];
    }
    case 'product':
      return [...words('Product:', record.description), ...line('Place:', record.place)];
    case 'observation':
      return [
        ...line('Date:', showDate(record.date)),
        ...line('Place:', record.place),
        ...line('Observer:', record.observer),
        ...words('Notes:', record.notes),
      ];
    case 'witness-testimony': {
      const { witness, date, statement } = record;
      return [
        ...line('Witness:', witness.name),
        ...line('Role:', witness.role),
        ...line('Relation to the learner:', witness.relation),
        ...line('Contact:', witness.contact),
        ...line('Date:', showDate(date)),
        ...words('Statement:', statement),
      ];
    }
    case 'professional-discussion':
    case 'questioning':
      return [
        ...line('Date:', showDate(record.date)),
        ...line('Place:', record.place),
        ...line('Participants:', record.participants),
        ...words('Notes:', record.notes),
      ];
    default:
      return assertNever(record);
  }
}
