import { describe, expect, test } from 'vitest';
import { formFor } from '../../../shared/documents/countersigner.ts';
import type { FormField } from '../../../shared/documents/document.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { type PlaceEntries, placeValues } from '../../../shared/documents/place-values.ts';
import { signedLinesFor } from '../../../shared/documents/signed-lines.ts';
import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { digestOf, paperForm, schemeByCriterion, schemeMet, sheetOf } from './sheets.ts';

const entries: PlaceEntries = { date: '2026-12-02' as CivilDate, name: 'Priya Oyelaran' };

function valuesAt(sheet: DraftSheet, id: string, more: Partial<PlaceEntries> = {}) {
  const place = sheet.form.signaturePlaces.find((one) => one.id === id);
  if (!place) throw new Error(`No place ${id}`);
  const values = placeValues(sheet, place, { ...entries, ...more });
  return Object.fromEntries(values.map(({ fieldId, value }) => [fieldId, value]));
}

/** The fields of the print that a place's signer fills in. */
function fieldsOf(sheet: DraftSheet, id: string): readonly FormField[] {
  const { body } = markSheetDocument({ sheet, digest: digestOf('1') });
  const cells = body.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []));
  const fields = cells.flatMap((cell) => cell.content.flatMap((one) => (one.kind === 'field' ? [one.field] : [])));
  return fields.filter((field) => field.owner === id && field.type !== 'signature');
}

describe('what a later signer fills in', () => {
  const marks = [
    { section: 'context', criterion: null, mark: 8 },
    { section: 'feedback', criterion: null, mark: 19 },
    { section: 'evaluate', criterion: null, mark: 22 },
    { section: 'plan', criterion: null, mark: 16 },
  ] as const;

  test('the IQA: a mark for every section, total, outcome, date of the check and name', () => {
    const values = valuesAt(sheetOf(), 'iqa', { marks, decision: { outcome: 'pass', total: 65 } });
    expect(values).toEqual({
      'qa.mark.context': '8',
      'qa.mark.feedback': '19',
      'qa.mark.evaluate': '22',
      'qa.mark.plan': '16',
      'qa.total': '65',
      'qa.outcome': 'PASS',
      'iqa.check-date': '2 Dec 2026',
      'iqa.name': 'Priya Oyelaran',
    });
    expect(Object.keys(values).sort()).toEqual(
      fieldsOf(sheetOf(), 'iqa')
        .map((field) => field.id)
        .sort(),
    );
  });

  test('a referral is worded as the form words it, and a place that has no marks gets none', () => {
    const form = { ...paperForm, labels: { ...paperForm.labels, outcomeChoice: 'REUSSI / AJOURNE' } };
    const decision = { outcome: 'referral', total: 48, referred: [], totalShort: null } as const;
    expect(valuesAt(sheetOf({ form }), 'iqa', { decision })).toMatchObject({ 'qa.outcome': 'AJOURNE' });
    expect(valuesAt(sheetOf(), 'ev', { marks, decision })).toEqual({ 'ev.date': '2 Dec 2026' });
  });

  test('by criterion: every criterion, and the section as their sum', () => {
    const sheet = sheetOf({ scheme: schemeByCriterion, sections: [] });
    const byCriterion = [
      { section: 'only', criterion: 'c1', mark: 6 },
      { section: 'only', criterion: 'c2', mark: 15 },
    ] as const;
    const values = valuesAt(sheet, 'iqa', { marks: byCriterion, decision: { outcome: 'pass', total: 21 } });
    expect(values).toMatchObject({ 'qa.mark.only': '21', 'qa.mark.only.c1': '6', 'qa.mark.only.c2': '15' });
    expect(Object.keys(values).sort()).toEqual(
      fieldsOf(sheet, 'iqa')
        .map((field) => field.id)
        .sort(),
    );
    expect(valuesAt(sheet, 'iqa', { marks: byCriterion.slice(0, 1) })).not.toHaveProperty(['qa.mark.only']);
  });

  test('achieved or not yet: the words that the form offers, and no total', () => {
    const sheet = sheetOf({ scheme: schemeMet, sections: [] });
    const met = [
      { section: 'lo1', criterion: 'c1', mark: 'achieved' },
      { section: 'lo1', criterion: 'c2', mark: 'not-yet' },
    ] as const;
    const decision = { outcome: 'referral', total: null, referred: [], totalShort: null } as const;
    const values = valuesAt(sheet, 'iqa', { marks: met, decision });
    expect(values).toMatchObject({ 'qa.mark.lo1.c1': 'Achieved', 'qa.mark.lo1.c2': 'Not yet' });
    const fields = fieldsOf(sheet, 'iqa');
    expect(Object.keys(values).sort()).toEqual(fields.map((field) => field.id).sort());
    for (const { id, options } of fields) if (options) expect(options).toContain(values[id]);
  });

  test('a countersigning assessor: the name', () => {
    const sheet = sheetOf({ form: formFor(paperForm, ['assessor-in-training']) });
    expect(valuesAt(sheet, 'countersigner')).toEqual({ 'countersigner.name': 'Priya Oyelaran' });
  });
});

test('a signed place shows who, when by whose clock, and with which certificate', () => {
  const signedAt = '2026-12-02T10:12:00.000+00:00' as Instant;
  expect(signedLinesFor({ name: 'Priya Oyelaran', signedAt, fingerprint: digestOf('6') })).toEqual([
    'Signed electronically by Priya Oyelaran',
    "2 Dec 2026, 10:12 +00:00 (the signing computer's claim)",
    'Certificate 666666666666',
  ]);
});
