import { describe, expect, it } from 'vitest';
import { enter, toggleBullets } from '../../../../renderer/features/mark-sheet/feedback-bullets.ts';
import { changed } from './text-at-caret.ts';

describe('Enter', () => {
  it.each([
    ['- first|', '- first\n- |'],
    ['- fir|st', '- fir\n- |st'],
    ['- first\n- |', '- first\n|'],
    ['- first\n-  |\nmore', '- first\n|\nmore'],
    ['- a ⟦long⟧ one', '- a \n- | one'],
    // Bold that goes on is written on both lines.
    ['- **costed| plan**', '- **costed**\n- **| plan**'],
    ['- **costed|**', '- **costed**\n- |'],
    ['a **costed| plan**', 'a **costed**\n**| plan**'],
    ['a **|costed**', 'a \n**|costed**'],
  ])('makes of “%s” “%s”', (before, after) => {
    expect(changed(before, enter)).toBe(after);
  });

  it.each(['a line|', '|- first', '-| first', '> [3] “said”|', 'a **bold** word|', '**|**', '|'])(
    'ends the line of “%s” as ever',
    (text) => {
      expect(changed(text, enter)).toBeNull();
    },
  );
});

describe('bullets', () => {
  it.each([
    ['first|', '- first|'],
    ['|', '- |'],
    ['- fir|st', 'fir|st'],
    ['-| first', '|first'],
    ['before\nfir|st\nbehind', 'before\n- fir|st\nbehind'],
    ['⟦one\n\ntwo⟧', '- ⟦one\n\n- two⟧'],
    ['⟦- one\ntwo⟧', '⟦- one\n- two⟧'],
    ['⟦- one\n- two⟧', '⟦one\ntwo⟧'],
    ['⟦one\n> [3] “said”⟧', '- ⟦one\n> [3] “said”⟧'],
  ])('makes of “%s” “%s”', (before, after) => {
    expect(changed(before, toggleBullets)).toBe(after);
  });
});
