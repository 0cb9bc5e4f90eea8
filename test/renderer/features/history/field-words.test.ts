import { describe, expect, it } from 'vitest';
import { fieldTitle, heldAmount, heldWords } from '../../../../renderer/features/history/field-words.ts';
import type { FieldEdit, SheetField } from '../../../../shared/api/inputs.ts';
import { criterionScheme } from '../../../support/schemes.ts';

const SCHEME = criterionScheme(null);
const at = { section: 's1', criterion: 's1-2' } as const;

describe('a field of the history', () => {
  it.each<[SheetField, string]>([
    [{ kind: 'strengths', section: 's1' }, 'Strengths, section 1'],
    [{ kind: 'mark', section: 's1' }, 'Mark, section 1'],
    [{ kind: 'criterion-mark', ...at }, 'Mark, section 1, criterion 2'],
    [{ kind: 'judgement', ...at }, 'Judgement, section 1, criterion 2'],
    [{ kind: 'redo' }, 'Sections to do again'],
  ])('%j is called %j', (field, title) => {
    expect(fieldTitle(field, SCHEME)).toBe(title);
  });

  it.each<[FieldEdit, string, string]>([
    [{ kind: 'strengths', section: 's1', text: '' }, '', 'empty'],
    [{ kind: 'strengths', section: 's1', text: 'Clear' }, 'Clear', '1 word'],
    [
      { kind: 'improvements', section: 's1', text: 'Say:\n- **who** acts\n> [3] “by when”' },
      'Say:\n• who acts\n[3] “by when”',
      '5 words',
    ],
    [{ kind: 'mark', section: 's1', typed: '7' }, '7', '7'],
    [{ kind: 'criterion-met', ...at, met: 'not-yet' }, 'Not yet', 'Not yet'],
    [{ kind: 'criterion-met', ...at, met: null }, '', 'empty'],
    [{ kind: 'seen', ...at, seen: ['p 1', 'p 3'] }, 'p 1, p 3', 'p 1, p 3'],
    [{ kind: 'redo', sections: ['s9'] }, '“s9”', '“s9”'],
  ])('that held %j is read as %j, in a line as %j', (edit, words, amount) => {
    expect([heldWords(edit, SCHEME), heldAmount(edit, SCHEME)]).toEqual([words, amount]);
  });
});
