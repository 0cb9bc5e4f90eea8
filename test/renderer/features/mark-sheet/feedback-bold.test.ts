import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toggleBold } from '../../../../renderer/features/mark-sheet/feedback-bold.ts';
import { plainFeedback, readFeedback } from '../../../../shared/lib/feedback-text.ts';
import { changed } from './text-at-caret.ts';

describe('bold', () => {
  it.each([
    // The word at the caret.
    ['a cos|ted plan', 'a **cos|ted** plan'],
    ['a |costed plan', 'a **|costed** plan'],
    ['a costed| plan', 'a **costed|** plan'],
    ['a **cos|ted** plan', 'a cos|ted plan'],
    ['learner’s ow|n', 'learner’s **ow|n**'],
    ['- first|', '- **first|**'],
    ['|- first', '- **|first**'],
    ['> [3] “sa|id”', '> [3] “**sa|id**”'],
    // What is typed next, and on from it.
    ['a | plan', 'a **|** plan'],
    ['a **|** plan', 'a | plan'],
    ['a **costed|** plan', 'a **costed**| plan'],
    // What is selected.
    ['a ⟦costed plan⟧ here', 'a **⟦costed plan⟧** here'],
    ['a **⟦costed plan⟧** here', 'a ⟦costed plan⟧ here'],
    ['a ⟦costed ⟧plan', 'a **⟦costed⟧** plan'],
    ['a **cos⟦ted** pl⟧an', 'a **cos⟦ted pl⟧**an'],
    ['a **costed ⟦plan⟧ here**', 'a **costed **⟦plan⟧** here**'],
    ['⟦- one\n- two⟧', '- **⟦one**\n- **two⟧**'],
    ['⟦- **one**\n\n- **two**⟧', '- ⟦one\n\n- two⟧'],
    ['5 * 3 ⟦is⟧ 15', '5 * 3 **⟦is⟧** 15'],
  ])('makes of “%s” “%s”', (before, after) => {
    expect(changed(before, toggleBold)).toBe(after);
  });

  it('does nothing where only spaces are selected', () => {
    expect(changed('a⟦ ⟧b', toggleBold)).toBeNull();
  });

  it('never changes a letter, whatever is selected', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b ', '*', '**', '\\', '- ', '> ', '\n', 'é') });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (value, one, other) => {
        const [start = 0, end = 0] = [one % (value.length + 1), other % (value.length + 1)].sort((a, b) => a - b);
        fc.pre(start < end);
        const edit = toggleBold(value, start, end);
        if (!edit) return;
        const after = value.slice(0, edit.from) + edit.insert + value.slice(edit.to);
        expect(plainFeedback(after)).toBe(plainFeedback(value));
        expect(readFeedback(after).map((block) => block.kind)).toEqual(readFeedback(value).map((block) => block.kind));
      }),
      { numRuns: 1000 },
    );
  });
});
