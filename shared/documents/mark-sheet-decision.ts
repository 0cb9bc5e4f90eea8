import { assertNever } from '../lib/assert-never.ts';
import type { Decision } from '../model/mark-sheet.ts';
import { bold, bullets, cell, columnHead, labelled, row, small, text } from './cells.ts';
import type { CellContent, FormField, Row, Table } from './document.ts';
import { outcomeOptions, placeName, qaMarkOwner } from './mark-sheet-places.ts';
import { referralWords } from './mark-sheet-referral.ts';
import { signatureRows } from './mark-sheet-signatures.ts';
import type { SheetPrint } from './sheet-print.ts';

/** The assessor's decision on the left, quality assurance's on the right, section referral, names and signatures. */
export function decisionTable(print: SheetPrint): Table {
  const { sheet } = print;
  const { labels } = sheet.form;
  const owner = qaMarkOwner(sheet.form);
  const outcomeHead = [bold(labels.outcome), small(labels.outcomeHint)];
  const qaDate: FormField | null =
    owner === null ? null : { id: `${owner}.check-date`, name: placeName(labels.iqaCheckDate), type: 'date', owner };
  return {
    kind: 'table',
    summary: 'Decision, section referral, names and signatures',
    columns: [0.3, 0.2, 0.3, 0.2],
    together: true,
    head: [
      row([columnHead([bold(labels.assessorDecision)], 2), columnHead([bold(labels.qualityAssurance)], 2)]),
      row([
        columnHead([bold(labels.totalMarks)]),
        columnHead(outcomeHead),
        columnHead([bold(labels.totalMarks)]),
        columnHead(outcomeHead),
      ]),
    ],
    rows: [
      decisionRow(print, owner),
      row(
        [
          cell([labelled(labels.sectionReferral, ''), ...referral(print)], 2),
          cell([labelled(labels.iqaCheckDate, ''), ...(qaDate ? [place(qaDate)] : [])], 2),
        ],
        40,
      ),
      ...signatureRows(print),
    ],
  };
}

function decisionRow({ sheet }: SheetPrint, owner: string | null): Row {
  const { decision, form } = sheet;
  const options = outcomeOptions(form);
  const untouched = decision.outcome === 'incomplete' && decision.unmarked.length === sheet.scheme.sections.length;
  const total: CellContent[] = decision.total === null || untouched ? [] : [bold(String(decision.total))];
  const hasTotal = sheet.scheme.rule.kind !== 'criteria-met';
  const qa = owner === null ? [] : qaFields(sheet.form.labels, hasTotal, options, owner);
  return row(
    [
      cell([...total, text(form.labels.totalRule), ...missing(decision, (id) => headingOf(sheet.scheme.sections, id))]),
      cell([{ kind: 'choice', options, chosen: chosen(decision) }]),
      cell([...qa.filter((field) => field.type === 'number').map(place), text(form.labels.totalRule)]),
      cell([{ kind: 'choice', options, chosen: null }, ...qa.filter((field) => field.type === 'choice').map(place)]),
    ],
    40,
  );
}

function qaFields(
  labels: SheetPrint['sheet']['form']['labels'],
  hasTotal: boolean,
  options: readonly string[],
  owner: string,
): readonly FormField[] {
  const outcome: FormField = {
    id: 'qa.outcome',
    name: `${labels.qualityAssurance}, ${labels.outcome}`,
    type: 'choice',
    owner,
    options,
  };
  if (!hasTotal) return [outcome];
  return [{ id: 'qa.total', name: `${labels.qualityAssurance}, ${labels.totalMarks}`, type: 'number', owner }, outcome];
}

function chosen(decision: Decision): number | null {
  switch (decision.outcome) {
    case 'pass':
      return 0;
    case 'referral':
      return 1;
    case 'incomplete':
      return null;
    default:
      return assertNever(decision);
  }
}

/** A draft says which sections it still waits for, so that its total is not taken for the sheet's. */
function missing(decision: Decision, heading: (section: string) => string): readonly CellContent[] {
  if (decision.outcome !== 'incomplete') return [];
  return [small(`Not complete yet: ${decision.unmarked.map(heading).join('; ')}`)];
}

function referral({ sheet }: SheetPrint): readonly CellContent[] {
  switch (sheet.decision.outcome) {
    case 'pass':
      return [text('None')];
    case 'incomplete':
      return [];
    case 'referral':
      return [bullets(referralWords(sheet.scheme, sheet.sections, sheet.decision))];
    default:
      return assertNever(sheet.decision);
  }
}

function headingOf(sections: SheetPrint['sheet']['scheme']['sections'], id: string): string {
  return sections.find((section) => section.id === id)?.heading ?? id;
}

function place(field: FormField): CellContent {
  return { kind: 'field', field };
}
