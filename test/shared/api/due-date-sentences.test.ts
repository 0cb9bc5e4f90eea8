import { describe, expect, it } from 'vitest';
import { dueDateSentence, dueWords } from '../../../shared/api/due-date-sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';

const date = (text: string) => text as CivilDate;

describe('a due date explains itself', () => {
  it.each([
    [{ days: 42, by: 'source', skipped: 0, movedFrom: null }, '42 days from receipt (source)'],
    [{ days: 1, by: 'centre', skipped: 0, movedFrom: null }, '1 day from receipt (the centre’s own)'],
    [
      { days: 42, by: 'source', skipped: 3, movedFrom: date('2027-01-02') },
      '42 days from receipt (source); 3 days of closure not counted; moved from Sat 2 Jan to Thu 31 Dec',
    ],
    [
      { days: 30, by: 'source', skipped: 1, movedFrom: null },
      '30 days from receipt (source); 1 day of closure not counted',
    ],
  ] as const)('%j: %s', (due, sentence) => {
    expect(dueDateSentence({ date: date('2026-12-31'), ...due })).toBe(sentence);
  });
});

describe('a due date seen from a day', () => {
  it.each([
    ['2026-11-20', '2 days overdue'],
    ['2026-11-21', '1 day overdue'],
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-25', 'in 3 days'],
    ['2027-11-22', 'in 365 days'],
    ['2020-11-22', '2,191 days overdue'],
  ])('%s is %s', (due, words) => {
    expect(dueWords(date(due), date('2026-11-22'))).toBe(words);
  });
});
