import { assertNever } from '../lib/assert-never.ts';
import { showDate, showInstant } from '../lib/dates.ts';
import type { DraftSheet, EvidenceReference, Judgement } from '../model/mark-sheet.ts';
import type { Scheme, SchemeCriterion } from '../model/pack.ts';
import type { EvidenceItem, EvidenceRecord } from '../model/portfolio.ts';
import { shortDigest } from './short-digest.ts';

/** What is recorded of a piece of evidence, label by label. `long`: the assessor's or the witness's own running text. */
export type EvidenceDetail = { readonly label: string; readonly value: string; readonly long?: boolean };

/** Said wherever a simulated piece of evidence is named. */
export const SIMULATED = 'Simulated, not from real work';

/** "E7", as the portfolio numbers it. */
export function evidenceNumber(number: number): string {
  return `E${number}`;
}

/** "E1 (p 3), E4 (section 2)". A reference that names no piece of the list shows what it names. */
export function referenceWords(references: readonly EvidenceReference[], items: readonly EvidenceItem[]): string {
  if (references.length === 0) return 'none';
  return references
    .map(({ evidence, place }) => {
      const number = items.find((one) => one.id === evidence)?.number;
      const name = number === undefined ? evidence : evidenceNumber(number);
      return place.trim() === '' ? name : `${name} (${place})`;
    })
    .join(', ');
}

/** "Attempt 1, 3 Nov 2026, 14:02 +00:00: achieved, on E1, E4". */
export function judgementWords({ met, at, attempt, evidence }: Judgement): string {
  const judged = met === 'achieved' ? 'achieved' : 'not yet';
  const on = evidence.length === 0 ? 'no evidence' : evidence.map(evidenceNumber).join(', ');
  return `Attempt ${attempt}, ${showInstant(at)}: ${judged}, on ${on}`;
}

/** The number that a criterion's text begins with, where it is the scheme's only one of that number; else the whole text. */
function criterionName(scheme: Scheme, { text }: SchemeCriterion): string {
  const number = numberOf(text);
  if (number === null) return text;
  const alike = scheme.sections.flatMap((section) => section.criteria).filter((one) => numberOf(one.text) === number);
  return alike.length === 1 ? number : text;
}

/** The criteria of a sheet that point at a piece of evidence, in the scheme's order. */
export function criteriaFor({ scheme, sections }: DraftSheet, { id }: EvidenceItem): readonly string[] {
  return scheme.sections.flatMap((section) => {
    const entries = sections.find((one) => one.section === section.id)?.criteria ?? [];
    const pointing = entries.filter((one) => one.evidence?.some(({ evidence }) => evidence === id));
    return section.criteria
      .filter((criterion) => pointing.some((one) => one.criterion === criterion.id))
      .map((criterion) => criterionName(scheme, criterion));
  });
}

function numberOf(text: string): string | null {
  return /^(\d+(?:\.\d+)+)\s/u.exec(text)?.[1] ?? null;
}

/** What the form of a record knows of it. What was left empty is said to be not given. */
export function evidenceDetails(record: EvidenceRecord): readonly EvidenceDetail[] {
  return detailsOf(record).map((one) => (one.value.trim() === '' ? { label: one.label, value: 'not given' } : one));
}

function detailsOf(record: EvidenceRecord): readonly EvidenceDetail[] {
  switch (record.form) {
    case 'document': {
      const { file, place } = record;
      const kept = file === null ? 'kept outside the app' : `${file.name} (SHA-256 ${shortDigest(file.sha256)})`;
      return [
        { label: 'Document:', value: kept },
        { label: 'Place:', value: place },
      ];
    }
    case 'product':
      return [
        { label: 'Product:', value: record.description, long: true },
        { label: 'Place:', value: record.place },
      ];
    case 'observation':
      return [
        { label: 'Date:', value: showDate(record.date) },
        { label: 'Place:', value: record.place },
        { label: 'Observer:', value: record.observer },
        { label: 'Notes:', value: record.notes, long: true },
      ];
    case 'witness-testimony': {
      const { name, role, relation, contact } = record.witness;
      return [
        { label: 'Witness:', value: name },
        { label: 'Role:', value: role },
        { label: 'Relation to the learner:', value: relation },
        { label: 'Contact:', value: contact },
        { label: 'Date:', value: showDate(record.date) },
        { label: 'Statement:', value: record.statement, long: true },
      ];
    }
    case 'professional-discussion':
    case 'questioning':
      return [
        { label: 'Date:', value: showDate(record.date) },
        { label: 'Place:', value: record.place },
        { label: 'Participants:', value: record.participants },
        { label: 'Notes:', value: record.notes, long: true },
      ];
    default:
      return assertNever(record);
  }
}
