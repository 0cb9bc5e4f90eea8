import { describe, expect, it } from 'vitest';
import { highlightsOn } from '../../../../renderer/features/highlights/on-page.ts';
import { placeWords } from '../../../../renderer/features/highlights/place-words.ts';
import { linkedQuotations } from '../../../../renderer/features/highlights/quotation-list.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import type { Highlight } from '../../../../shared/model/highlight.ts';
import type { HighlightId, ScriptId } from '../../../../shared/model/ids.ts';

const SCRIPT = 'script-1' as ScriptId;
const OTHER = 'script-2' as ScriptId;

function highlight(number: number, more: Partial<Highlight> = {}): Highlight {
  return {
    id: `highlight-${number}` as HighlightId,
    number,
    script: SCRIPT,
    kind: 'strengths',
    section: 's2',
    anchor: { kind: 'pdf', page: 4, boxes: [{ x: 72, y: 500, width: 120, height: 14 }] },
    words: '61 % of its capacity',
    note: '',
    createdAt: '2026-11-22T14:02:03.120+00:00' as Instant,
    ...more,
  };
}

const field = (text: string) => ({ section: 's2', kind: 'strengths', text }) as const;

describe('the quotations of a field', () => {
  it('are those of its text with their highlights, then those whose words are gone', () => {
    const list = [highlight(1), highlight(2), highlight(3), highlight(4, { kind: 'improvements' })];
    const text = '> [3] “c” (p 4)\nClear.\n> [1] “a” (p 4)';
    const found = linkedQuotations(field(text), { list, removed: [], quoted: new Set([1, 3]) });
    expect(found.map(({ number, state }) => [number, state])).toEqual([
      [3, 'linked'],
      [1, 'linked'],
      [2, 'quotation-gone'],
    ]);
  });

  it('are not lost when their words stand in another field', () => {
    expect(linkedQuotations(field(''), { list: [highlight(1)], removed: [], quoted: new Set([1]) })).toEqual([]);
  });

  it('say when their highlight is gone, and whether it can be brought back', () => {
    const text = '> [1] “a” (p 4)\n> [2] “b” (p 4)';
    const found = linkedQuotations(field(text), { list: [], removed: [highlight(1)], quoted: new Set([1, 2]) });
    expect(found).toMatchObject([
      { number: 1, state: 'highlight-gone', removed: { number: 1 } },
      { number: 2, state: 'highlight-gone', removed: null },
    ]);
  });
});

describe('the highlights of a page', () => {
  it('are those of this page of this file', () => {
    const docx = { paragraph: 3, offset: 0 };
    const list = [
      highlight(1),
      highlight(2, { anchor: { kind: 'region', page: 5, box: { x: 0, y: 0, width: 9, height: 9 } } }),
      highlight(3, { script: OTHER }),
      highlight(4, { script: OTHER, anchor: { kind: 'docx', start: docx, end: docx, heading: null } }),
    ];
    const on = (script: ScriptId, page: number | null) => highlightsOn(list, script, page).map((one) => one.number);
    expect([on(SCRIPT, 4), on(SCRIPT, 5), on(SCRIPT, 6), on(OTHER, 4), on(OTHER, null)]).toEqual([
      [1],
      [2],
      [],
      [3],
      [4],
    ]);
  });
});

describe('a place in a file', () => {
  const point = { paragraph: 11, offset: 0 };
  it.each([
    { anchor: highlight(1).anchor, files: 1, words: 'p 4' },
    { anchor: highlight(1).anchor, files: 2, words: 'file 2, p 4' },
    {
      anchor: { kind: 'docx', start: point, end: point, heading: 'Recommendations' } as const,
      files: 1,
      words: 'Recommendations, paragraph 12',
    },
    {
      anchor: { kind: 'docx', start: point, end: point, heading: null } as const,
      files: 2,
      words: 'file 2, paragraph 12',
    },
  ])('is told as $words', ({ anchor, files, words }) => {
    const scripts = files === 1 ? [{ id: SCRIPT }] : [{ id: OTHER }, { id: SCRIPT }];
    expect(placeWords(SCRIPT, anchor, scripts)).toBe(words);
  });
});
