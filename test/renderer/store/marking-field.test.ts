import { describe, expect, it } from 'vitest';
import { criterionEntry, keyOf, markText } from '../../../renderer/store/marking-field.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';

describe('the key of a field', () => {
  it('is the same whatever is typed into it', () => {
    expect(keyOf({ kind: 'mark', section: 's1', typed: '7' })).toBe(keyOf({ kind: 'mark', section: 's1', typed: '' }));
    expect(keyOf({ kind: 'redo', sections: [] })).toBe(keyOf({ kind: 'redo', sections: ['s1'] }));
  });

  it('tells every field of a sheet from every other', () => {
    const fields: readonly FieldEdit[] = [
      { kind: 'strengths', section: 's1', text: '' },
      { kind: 'strengths', section: 's2', text: '' },
      { kind: 'improvements', section: 's1', text: '' },
      { kind: 'mark', section: 's1', typed: '' },
      { kind: 'criterion-mark', section: 's1', criterion: 'c1', typed: '' },
      { kind: 'criterion-mark', section: 's1', criterion: 'c2', typed: '' },
      { kind: 'criterion-mark', section: 's1c', criterion: '1', typed: '' },
      { kind: 'criterion-met', section: 's1', criterion: 'c1', met: null },
      { kind: 'seen', section: 's1', criterion: 'c1', seen: [] },
      { kind: 'redo', sections: [] },
    ];
    expect(new Set(fields.map(keyOf)).size).toBe(fields.length);
  });
});

describe('what stands in a field', () => {
  it('is no text for no mark, and a nought for nought', () => {
    expect([markText(null), markText(0), markText(52)]).toEqual(['', '0', '52']);
  });

  it('is nothing for a criterion that no entry has been made for', () => {
    expect(criterionEntry(undefined, 'c1')).toEqual({ criterion: 'c1', mark: null, met: null, seen: [] });
  });
});
