import { describe, expect, it } from 'vitest';
import { referralWords } from '../../../shared/rules/referral-words.ts';

describe('words that speak of a referral', () => {
  it.each([
    ['This section is referred.', 'is referred'],
    ['The work will be referred for a second look.', 'be referred'],
    ['See the referred sections above.', 'referred sections'],
    ['This is a Referral, sadly.', 'Referral'],
    ['A referral is recorded.', 'referral'],
    ['I refer this section back.', 'refer this section'],
    ['I must refer your work.', 'refer your work'],
    ['Decision: refer.', 'Decision: refer'],
    ['Outcome: fail', 'Outcome: fail'],
    ['Please resubmit by Friday.', 'resubmit'],
    ['Please RE-SUBMIT by Friday.', 'RE-SUBMIT'],
    ['Your resubmission should cost both options.', 'resubmission'],
    ['Criterion 2.1 is not yet met.', 'not yet met'],
    ['The outcome is not yet\nachieved here.', 'not yet achieved'],
    ['Here the minimum was not reached.', 'minimum was not reached'],
    ['This would fail.', 'This would fail'],
    ['The criteria have not been met.', 'criteria have not been met'],
    ['This does not pass.', 'does not pass'],
    ['You are below the minimum mark.', 'below the minimum mark'],
    ['Short of the pass mark by two.', 'Short of the pass mark'],
    ['This is a fail.', 'a fail'],
    ['This section fails on its figures.', 'section fails'],
    ['It would fail the assignment.', 'fail the assignment'],
    ['You failed.', 'You failed'],
    ['You have failed to meet what 2.1 asks for.', 'You have failed'],
  ])('“%s” does: %s', (text, words) => expect(referralWords(text, 1)).toBe(words));

  it.each([
    'You referred to the model of Tuckman.',
    'The cycle is referred to as PDSA, and it is often referred to.',
    'You refer to page 3 and refer back to your objectives.',
    'The matter was referred to Human Resources.',
    'It can be referred back to the first chapter.',
    'Refer to the brief.',
    'Your reference list, and the preferred option.',
    'The patient referrals fell by a fifth, and customer referrals rose.',
    'The referral scheme and the referral pathway are described well.',
    'You explain why projects fail and what was learned from failure.',
    'The plan failed because nobody owned it.',
    'You failed fast, and say so with humour.',
    'The sales targets were not met, and you say why.',
    'A fail-safe process.',
    'You fail to say who owned it.',
    'The failsafe works.',
    'There is no need to resubmit anything.',
    'This is not a referral.',
    'No resubmission is needed.',
    'You avoid a referral by ten marks.',
    'Salaries below the minimum wage.',
    'You submit the plan on time.',
    'The failure rate is reported.',
    '',
  ])('“%s” does not', (text) => expect(referralWords(text, 1)).toBeNull());

  it('lets the feedback on a resubmission look back at it, but not ask for another', () => {
    expect(referralWords('Your resubmission is a different piece of work.', 2)).toBeNull();
    expect(referralWords('You resubmitted a clearer plan.', 2)).toBeNull();
    expect(referralWords('Please resubmit once more.', 2)).toBe('resubmit');
  });
});
