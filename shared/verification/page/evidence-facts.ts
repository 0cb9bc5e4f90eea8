import { showDate, showInstant } from '../../lib/dates.ts';
import { EVIDENCE_FORM_NAMES } from '../../model/evidence-form-names.ts';
import type { SignedSheet } from '../../model/mark-sheet.ts';
import type { EvidenceItem } from '../../model/portfolio.ts';
import { recordPieces } from './evidence-record-facts.ts';
import type { PageSearch, RowPiece } from './page-search.ts';

const EVIDENCE_HEAD = 'Added by the app: the evidence that the criteria point at.';
const EVIDENCE_COLUMNS = ['Number', 'Evidence', 'Details', 'For criteria'];
const TRAIL_HEAD = "Added by the app: how each judgement was reached. Times are the computer's claim.";
const TRAIL_COLUMNS = ['Criterion', 'Judgements, the first one first'];
/** What follows both tables begins with this. */
const RECORD = 'Added by the app: the record of this';

/** Holds the list of evidence, and how each judgement was reached, against the pages: word for word, row after row. */
export function compareEvidence(search: PageSearch, sheet: SignedSheet): void {
  const { evidence } = sheet;
  const trail = trailRows(sheet);
  compareTable(search, 'the list of evidence', EVIDENCE_HEAD, evidence !== undefined, [
    pieces('a head of the list of evidence', EVIDENCE_COLUMNS),
    ...(evidence?.length === 0 ? [pieces('the list of evidence', ['None'])] : []),
    ...(evidence ?? []).map((item) => itemPieces(sheet, item)),
  ]);
  compareTable(search, 'how the judgements were reached', TRAIL_HEAD, trail.length > 0, [
    pieces('a head of the judgements', TRAIL_COLUMNS),
    ...trail,
  ]);
}

/** Compares a table row by row, its end included. Behind a row that the pages have otherwise, the next one is looked for. */
function compareTable(
  search: PageSearch,
  name: string,
  head: string,
  expected: boolean,
  rows: readonly (readonly RowPiece[])[],
): void {
  const start = search.nextWhole(head);
  if (!expected) {
    if (start >= 0) search.disagree(name, 'none', head);
    return;
  }
  search.moveTo(start);
  for (const [index, row] of [pieces(name, [head]), ...rows].entries()) {
    if (search.needInRow(row)) continue;
    const next = search.nextWhole(rows[index]?.[0]?.expected ?? '');
    if (next < 0) return;
    search.moveTo(next);
  }
  const ends = [TRAIL_HEAD, RECORD].map((one) => search.next(one));
  if (!ends.includes(search.at) && ends.some((one) => one >= 0)) {
    search.needInRow([{ fact: `the end of ${name}`, expected: RECORD }]);
  }
}

function itemPieces(sheet: SignedSheet, item: EvidenceItem): readonly RowPiece[] {
  const { number, title, kind, record, simulated, addedOn } = item;
  const name = `E${number}`;
  return [
    { fact: 'a number of the evidence', expected: name },
    { fact: `the title of ${name}`, expected: title },
    { fact: `the type of ${name}`, expected: `Type: ${kind.text}` },
    { fact: `how ${name} is recorded`, expected: `Recorded as: ${EVIDENCE_FORM_NAMES[record.form]}` },
    ...(simulated ? pieces(`whether ${name} is simulated`, ['Simulated, not from real work']) : []),
    { fact: `when ${name} was added`, expected: `Added on: ${showDate(addedOn)}` },
    ...recordPieces(name, record),
    { fact: `what ${name} is for`, expected: criteriaOf(sheet, item) },
  ];
}

function criteriaOf({ scheme, sections }: SignedSheet, { id }: EvidenceItem): string {
  const entries = new Map(sections.map((one) => [one.section, one.criteria]));
  const all = scheme.sections.flatMap((section) => section.criteria);
  const names = scheme.sections.flatMap((section) =>
    section.criteria.flatMap(({ id: criterion, text }) => {
      const given = entries.get(section.id)?.find((one) => one.criterion === criterion);
      if (!given?.evidence?.some((one) => one.evidence === id)) return [];
      const number = numberOf(text);
      const alone = number !== null && all.filter((one) => numberOf(one.text) === number).length === 1;
      return alone ? number : text;
    }),
  );
  return names.length === 0 ? 'none' : names.join(', ');
}

function numberOf(text: string): string | null {
  return /^(\d+(?:\.\d+)+)\s/u.exec(text)?.[1] ?? null;
}

function trailRows({ scheme, sections }: SignedSheet): readonly (readonly RowPiece[])[] {
  return scheme.sections.flatMap((section) =>
    section.criteria.flatMap(({ id, text }) => {
      const entry = sections.find((one) => one.section === section.id);
      const steps = entry?.criteria.find((one) => one.criterion === id)?.judged ?? [];
      if (steps.length === 0) return [];
      const words = steps.map(({ met, at, attempt, evidence }) => {
        const on = evidence.length === 0 ? 'no evidence' : evidence.map((one) => `E${one}`).join(', ');
        return `Attempt ${attempt}, ${showInstant(at)}: ${met === 'achieved' ? 'achieved' : 'not yet'}, on ${on}`;
      });
      return [pieces(`how the judgement on “${text}” was reached`, [text, ...words])];
    }),
  );
}

function pieces(fact: string, texts: readonly string[]): readonly RowPiece[] {
  return texts.map((expected) => ({ fact, expected }));
}
