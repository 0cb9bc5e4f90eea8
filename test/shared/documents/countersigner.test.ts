import { describe, expect, test } from 'vitest';
import { formFor } from '../../../shared/documents/countersigner.ts';
import { documentLines } from '../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { digestOf, paperForm, sheetOf } from './sheets.ts';

const inTraining = formFor(paperForm, ['assessor', 'assessor-in-training']);
const ids = (form: typeof paperForm) => form.signaturePlaces.map((place) => place.id);

describe('the form of an assessor in training', () => {
  test('has a place for a countersigning assessor behind the assessor’s, and nobody else’s form has', () => {
    expect(ids(inTraining)).toEqual(['assessor', 'countersigner', 'iqa', 'ev']);
    expect(formFor(paperForm, ['assessor', 'countersigning-assessor', 'iqa'])).toBe(paperForm);
    expect(ids(formFor(inTraining, ['assessor-in-training']))).toEqual(ids(inTraining));
  });

  test('keeps a place that the awarding organisation’s own form has', () => {
    const places = paperForm.signaturePlaces.map((place) =>
      place.id === 'ev' ? { ...place, role: 'countersigning-assessor' as const } : place,
    );
    const form = { ...paperForm, signaturePlaces: places };
    expect(formFor(form, ['assessor-in-training'])).toBe(form);
  });

  test('prints it below the assessor’s, and says that the app added it', () => {
    const lines = documentLines(markSheetDocument({ sheet: sheetOf({ form: inTraining }), digest: digestOf('1') }));
    const from = lines.indexOf('IQA signature:');
    expect(lines.slice(from + 1, from + 6)).toEqual([
      'Name of countersigning assessor:',
      'Added by the app, since the assessor is in training.',
      'Countersigning assessor signature and date:',
      'ILM EV signature:',
      'Date externally verified (where applicable):',
    ]);
  });
});
