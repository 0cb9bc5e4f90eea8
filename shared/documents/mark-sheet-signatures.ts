import { civilDateOf, showDate } from '../lib/dates.ts';
import type { SignaturePlace } from '../model/pack.ts';
import { cell, labelled, row, small } from './cells.ts';
import { isAddedPlace } from './countersigner.ts';
import type { Cell, CellContent, FormField, Row } from './document.ts';
import { placeName } from './mark-sheet-places.ts';
import type { SheetPrint } from './sheet-print.ts';
import { signedLinesFor } from './signed-lines.ts';

const SIGNATURE_HEIGHT = 54;
const NAME_HEIGHT = 30;
const ADDED = 'Added by the app, since the assessor is in training.';

/**
 * Names, signatures and dates of a form's places: assessors on the left and quality assurance on the right, as many
 * rows as there are places, then the external verifier's signature and date.
 */
export function signatureRows(print: SheetPrint): readonly Row[] {
  const places = print.sheet.form.signaturePlaces;
  const left = places.filter((place) => place.role === 'assessor' || place.role === 'countersigning-assessor');
  const right = places.filter((place) => place.role === 'iqa');
  const rows: Row[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const pair = [left[index], right[index]];
    const names = pair.map((place) => nameCell(print, place));
    const signatures = pair.map((place) => signatureCell(print, place, true));
    if (pair.some((place) => place?.nameLabel)) rows.push(row(names, NAME_HEIGHT));
    rows.push(row(signatures, SIGNATURE_HEIGHT));
  }
  for (const place of places.filter((candidate) => candidate.role === 'ev')) {
    if (place.nameLabel !== null) rows.push(row([nameCell(print, place), cell([], 2)], NAME_HEIGHT));
    rows.push(row([signatureCell(print, place, false), cell(dateContent(place, null), 2)], SIGNATURE_HEIGHT));
  }
  return rows;
}

function nameCell(print: SheetPrint, place: SignaturePlace | undefined): Cell {
  if (!place || place.nameLabel === null) return cell([], 2);
  if (isSigner(print, place)) return cell([labelled(place.nameLabel, print.sheet.assessor.name)], 2);
  const name = field(place, 'name', 'text', place.nameLabel);
  return cell([labelled(place.nameLabel, ''), name, ...(isAddedPlace(place) ? [small(ADDED)] : [])], 2);
}

function signatureCell(print: SheetPrint, place: SignaturePlace | undefined, withDate: boolean): Cell {
  if (!place) return cell([], 2);
  const signature: FormField = {
    id: `${place.id}.signature`,
    name: placeName(place.signatureLabel),
    type: 'signature',
    owner: place.id,
  };
  const isSigned = isSigner(print, place) && print.digest !== null;
  const signed = isSigned ? { signed: signedLines(print) } : {};
  const day = isSigned ? showDate(civilDateOf(print.sheet.signedAt)) : null;
  const date = withDate ? dateContent(place, day) : [];
  return cell([labelled(place.signatureLabel, ''), { kind: 'field', field: { ...signature, ...signed } }, ...date], 2);
}

function dateContent(place: SignaturePlace, day: string | null): readonly CellContent[] {
  if (place.dateLabel === null) return [];
  if (day !== null) return [labelled(place.dateLabel, day)];
  return [labelled(place.dateLabel, ''), field(place, 'date', 'date', place.dateLabel)];
}

/** What stands at the assessor's place. */
function signedLines({ sheet }: SheetPrint): readonly string[] {
  const { name, fingerprint } = sheet.assessor;
  return signedLinesFor({ name, signedAt: sheet.signedAt, fingerprint });
}

/** The sheet is signed by its assessor, at the form's first assessor place. */
function isSigner({ sheet }: SheetPrint, place: SignaturePlace): boolean {
  return sheet.form.signaturePlaces.find((candidate) => candidate.role === 'assessor')?.id === place.id;
}

function field(place: SignaturePlace, part: string, type: FormField['type'], label: string): CellContent {
  return { kind: 'field', field: { id: `${place.id}.${part}`, name: placeName(label), type, owner: place.id } };
}
