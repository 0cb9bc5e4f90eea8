import { expect, it } from 'vitest';
import { openedText } from '../../../../renderer/screens/offered-files/offered-files-text.ts';

it.each([
  [1, 0, '1 file was opened with Countersign'],
  [2, 0, '2 files were opened with Countersign'],
  [2, 1, '2 files were opened with Countersign; 1 more could not be'],
  [0, 1, '1 file could not be opened'],
  [0, 3, '3 files could not be opened'],
])('%i that came and %i that did not: %s', (files, refused, text) => {
  expect(openedText(files, refused)).toBe(text);
});
