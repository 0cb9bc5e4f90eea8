import { showDate } from '../lib/dates.ts';
import { EVIDENCE_FORM_NAMES } from '../model/evidence-form-names.ts';
import type { DraftSheet } from '../model/mark-sheet.ts';
import type { EvidenceItem } from '../model/portfolio.ts';
import { bold, cell, columnHead, flowingRow, plainLines, row, small, smallLabelled, text } from './cells.ts';
import type { CellContent, Row, Table } from './document.ts';
import {
  criteriaFor,
  type EvidenceDetail,
  evidenceDetails,
  evidenceNumber,
  judgementWords,
  SIMULATED,
} from './evidence-words.ts';

/** Rows of up to this many characters stay on one page; longer ones flow. */
const SHORT_RECORD = 900;
const SHORT_TRAIL = 12;

/**
 * What the app adds behind the form's own blocks: the evidence that the criteria point at, and how each was judged. A
 * sheet without them gets no table.
 */
export function evidenceTables(sheet: DraftSheet): readonly Table[] {
  const trail = trailRows(sheet);
  return [
    ...(sheet.evidence === undefined ? [] : [evidenceTable(sheet, sheet.evidence)]),
    ...(trail.length === 0 ? [] : [trailTable(trail)]),
  ];
}

function evidenceTable(sheet: DraftSheet, items: readonly EvidenceItem[]): Table {
  return {
    kind: 'table',
    summary: 'Evidence that the criteria point at, added by the app',
    columns: [0.1, 0.24, 0.52, 0.14],
    head: [
      row([columnHead([small('Added by the app: the evidence that the criteria point at.')], 4)]),
      row(['Number', 'Evidence', 'Details', 'For criteria'].map((head) => columnHead([bold(head)]))),
    ],
    rows: items.length === 0 ? [row([cell([text('None')], 4)])] : items.map((item) => evidenceRow(sheet, item)),
  };
}

function evidenceRow(sheet: DraftSheet, item: EvidenceItem): Row {
  const { number, title, kind, record, simulated, addedOn } = item;
  const details = evidenceDetails(record);
  const criteria = criteriaFor(sheet, item);
  const length = details.reduce((sum, { value }) => sum + value.length, title.length);
  return (length <= SHORT_RECORD ? row : flowingRow)([
    { content: [bold(evidenceNumber(number))], head: 'row' },
    cell([
      bold(title),
      smallLabelled('Type:', kind.text),
      smallLabelled('Recorded as:', EVIDENCE_FORM_NAMES[record.form]),
      ...(simulated ? [bold(SIMULATED)] : []),
      smallLabelled('Added on:', showDate(addedOn)),
    ]),
    cell(details.flatMap(detailContent)),
    cell([small(criteria.length === 0 ? 'none' : criteria.join(', '))]),
  ]);
}

function detailContent({ label, value, long }: EvidenceDetail): readonly CellContent[] {
  return long ? [small(label), plainLines(value)] : [smallLabelled(label, value)];
}

function trailTable(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    summary: 'How each judgement was reached, added by the app',
    columns: [0.4, 0.6],
    head: [
      row([
        columnHead([small("Added by the app: how each judgement was reached. Times are the computer's claim.")], 2),
      ]),
      row([columnHead([bold('Criterion')]), columnHead([bold('Judgements, the first one first')])]),
    ],
    rows,
  };
}

function trailRows({ scheme, sections }: DraftSheet): readonly Row[] {
  return scheme.sections.flatMap((section) => {
    const entries = sections.find((one) => one.section === section.id)?.criteria ?? [];
    return section.criteria.flatMap((criterion) => {
      const steps = entries.find((one) => one.criterion === criterion.id)?.judged ?? [];
      if (steps.length === 0) return [];
      return (steps.length <= SHORT_TRAIL ? row : flowingRow)([
        { content: [text(criterion.text)], head: 'row' },
        cell(steps.map((step) => text(judgementWords(step)))),
      ]);
    });
  });
}
