import { expect, it } from 'vitest';
import { addedUnlinkedSentence, lockReason } from '../../../shared/api/portfolio-sentences.ts';
import { sentenceFor } from '../../../shared/api/sentences.ts';

const LOCK = { code: 'criterion-locked', unit: 'M&L 58', criterion: '1.1' } as const;

it('says that a piece was added though it could not be linked, and by what', () => {
  const said = addedUnlinkedSentence(4, LOCK);
  expect(said).toMatch(
    /^E4 is in the portfolio now, but it is not linked to this criterion\. Criterion 1\.1 of M&L 58 is /,
  );
  expect(said).not.toContain('Nothing was changed');
  expect(addedUnlinkedSentence(4, { code: 'evidence-unknown' })).toBe(
    'E4 is in the portfolio now, but it is not linked to this criterion. Choose it from the portfolio to try again.',
  );
});

it.each([LOCK, { ...LOCK, code: 'evidence-locked', number: 2 } as const])(
  'gives the reason of a lock alone where nothing was tried, and with what is safe where it was refused: $code',
  (lock) => {
    expect(lockReason(lock)).not.toContain('Nothing was changed');
    expect(sentenceFor(lock)).toMatch(/ Nothing was changed\. /);
    expect(sentenceFor(lock).startsWith(lockReason(lock))).toBe(true);
  },
);
