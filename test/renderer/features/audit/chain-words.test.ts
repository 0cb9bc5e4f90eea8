import { expect, it } from 'vitest';
import { chainWords } from '../../../../renderer/features/audit/chain-words.ts';

it('says of the chain what was found, and at which link', () => {
  expect(chainWords({ state: 'running', checked: 1200 })).toEqual({
    tone: 'info',
    text: 'Checking in the background: 1,200 links so far.',
  });
  expect(chainWords({ state: 'whole', checked: 1, erased: 0 }).text).toBe('Whole: the one link holds.');
  expect(chainWords({ state: 'whole', checked: 12, erased: 2 }).text).toMatch(/all 12 links .* of 2 of them .* erased/);
  const broken = chainWords({ state: 'broken', fault: { sequence: 7, fault: 'link-broken' } });
  expect(broken.tone).toBe('error');
  expect(broken.text).toMatch(/^Broken at link 7: it does not follow from the link before\./);
});
