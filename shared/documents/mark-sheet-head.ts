import { showDate } from '../lib/dates.ts';
import type { DraftSheet, ScriptReference, SheetPurpose } from '../model/mark-sheet.ts';
import { cell, columnHead, labelled, row, small, smallLabelled, text } from './cells.ts';
import type { CellContent, Row, Table } from './document.ts';
import { shortDigest } from './short-digest.ts';

/** Centre, learner, the printed statements and the refusal box, as the paper form has them. */
export function headTable(sheet: DraftSheet): Table {
  const { labels, learnerNameAdded } = sheet.form;
  const number = labelled(labels.learnerNumber, sheet.learner.registrationNumber);
  const name = labelled(labels.learnerName, sheet.learner.name);
  return {
    kind: 'table',
    summary: 'Centre and learner',
    columns: [0.5, 0.5],
    head: [],
    rows: [
      row([
        cell([labelled(labels.centreNumber, sheet.centre.number)]),
        cell([labelled(labels.centreName, sheet.centre.name)]),
      ]),
      row(learnerNameAdded ? [cell([number], 2)] : [cell([number]), cell([name])]),
      row([cell(statements(sheet, learnerNameAdded ? name : null), 2)]),
    ],
  };
}

/** The printed statements; a learner's name that the form lacks stands under the first, which speaks of it. */
function statements(sheet: DraftSheet, name: CellContent | null): readonly CellContent[] {
  const [first, ...others] = sheet.form.statements.map((statement) => text(numbered(statement.number, statement.text)));
  return [
    ...(first ? [first] : []),
    ...(name ? [name] : []),
    ...others,
    { kind: 'checkbox', label: sheet.form.refusal, checked: sheet.attempt.standardisationRefused },
  ];
}

function numbered(number: string, words: string): string {
  if (number === '') return words;
  return /\d$/.test(number) ? `${number}. ${words}` : `${number} ${words}`;
}

/** What a sheet must say and the paper form has no place for. */
export function additionsTable(sheet: DraftSheet): Table {
  const { attempt, assessment } = sheet;
  const declared = attempt.declarationDate === null ? 'not given' : showDate(attempt.declarationDate);
  const units = assessment.units.map((unit) => `${unit.number} ${unit.title}`);
  const rows: Row[] = [
    row([
      cell([smallLabelled('Attempt:', String(attempt.number))]),
      cell([smallLabelled('Date received:', showDate(attempt.dateReceived))]),
    ]),
    row([
      cell([smallLabelled(units.length === 1 ? 'Unit:' : 'Units:', units.join('; '))]),
      cell([smallLabelled('Authenticity declared by the learner on:', declared)]),
    ]),
  ];
  if (sheet.purpose !== 'official') rows.push(row([cell([smallLabelled('Purpose:', purposeWords(sheet.purpose))], 2)]));
  if (sheet.supersedes !== null) {
    const earlier = `revision ${sheet.supersedes.revision} (digest ${shortDigest(sheet.supersedes.digest)})`;
    const words = `Revision ${sheet.revision}, supersedes ${earlier}. Reason: ${sheet.supersedes.reason}`;
    rows.push(row([cell([small(words)], 2)]));
  }
  if (attempt.scripts.length > 0) {
    const label = attempt.scripts.length === 1 ? 'Script:' : 'Scripts:';
    rows.push(row([cell([smallLabelled(label, attempt.scripts.map(scriptWords).join('; '))], 2)]));
  }
  return {
    kind: 'table',
    summary: 'Attempt, dates and units, added by the app',
    columns: [0.5, 0.5],
    head: [row([columnHead([small('Added by the app: the paper form has no place for what follows.')], 2)])],
    rows,
  };
}

/** A purpose in words, for every sheet that is not the official one. */
function purposeWords(purpose: Exclude<SheetPurpose, 'official'>): string {
  return purpose === 'second-mark' ? 'Second mark, not the official sheet' : 'Standardisation, not the official sheet';
}

function scriptWords(script: ScriptReference): string {
  const words = script.wordCount === null ? 'words not counted' : `${script.wordCount} words`;
  return `${script.name} (${words}, SHA-256 ${shortDigest(script.sha256)})`;
}
